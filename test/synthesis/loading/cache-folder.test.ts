import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cacheFolder, keepFile } from '../../../lib/synthesis/loading/cache-folder';

let folder = '';
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'podwright-')));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('cacheFolder', () => {
  test('is in the nearest node_modules', () => {
    mkdirSync(join(folder, 'node_modules'));
    mkdirSync(join(folder, 'apps/web'), { recursive: true });
    expect(cacheFolder(join(folder, 'apps/web'))).toBe(join(folder, 'node_modules/.cache/podwright'));
  });

  test('is nowhere without node_modules', () => {
    expect(cacheFolder(folder)).toBeUndefined();
  });
});

describe('keepFile', () => {
  test('writes a file and the folders around it, and leaves nothing beside it', () => {
    keepFile(join(folder, 'a/b/code.js'), 'code');
    keepFile(join(folder, 'a/b/code.js'), Buffer.from('newer'));
    expect(readFileSync(join(folder, 'a/b/code.js'), 'utf8')).toBe('newer');
    expect(readdirSync(join(folder, 'a/b'))).toEqual(['code.js']);
  });

  test('does nothing where it cannot write', () => {
    writeFileSync(join(folder, 'file'), '');
    keepFile(join(folder, 'file/code.js'), 'code');
    expect(readdirSync(folder)).toEqual(['file']);
  });
});
