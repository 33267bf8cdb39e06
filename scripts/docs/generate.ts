// Writes the generated part of the documentation: `npm run docs`.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rulesPage } from './rules-page';

writeFileSync(join(__dirname, '../../docs/rules.md'), rulesPage());
