// Writes the generated part of the documentation: `npm run docs`.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { advicePage } from './advice-page';
import { conformancePage } from './conformance-page';
import { rulesPage } from './rules-page';
import { runTutorial, withBlocksOf } from './tutorial';

const docs = join(__dirname, '../../docs');
writeFileSync(join(docs, 'rules.md'), rulesPage());
writeFileSync(join(docs, 'advice-rules.md'), advicePage());
writeFileSync(join(docs, 'conformance.md'), conformancePage());

const [tutorial, translation] = [join(docs, 'learn.md'), join(docs, 'learn.ko.md')];
const page = runTutorial(readFileSync(tutorial, 'utf8'));
writeFileSync(tutorial, page);
writeFileSync(translation, withBlocksOf(page, readFileSync(translation, 'utf8')));
