// Writes the generated part of the documentation: `npm run docs`.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { advicePage } from './advice-page';
import { conformancePage } from './conformance-page';
import { rulesPage } from './rules-page';

const docs = join(__dirname, '../../docs');
writeFileSync(join(docs, 'rules.md'), rulesPage());
writeFileSync(join(docs, 'advice-rules.md'), advicePage());
writeFileSync(join(docs, 'conformance.md'), conformancePage());
