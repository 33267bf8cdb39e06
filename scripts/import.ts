// Writes imports/k8s.ts from the API definitions kept in scripts/kubernetes-api; needs no network.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { importedDefinitions } from './import/definition';
import { renderImports } from './import/render';

writeFileSync(join(__dirname, '..', 'imports', 'k8s.ts'), renderImports(importedDefinitions(36)));
