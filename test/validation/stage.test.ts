import { type Stage, saidByServer } from '../../lib/validation/stage';

type Found = readonly [{ stage?: Stage; severity?: 'error' | 'warning' }, string];

const address: Found = [{ stage: 'addresses' }, 'address'];
const port: Found = [{ stage: 'node-ports', severity: 'error' }, 'port'];
const field: Found = [{}, 'field'];
const otherField: Found = [{ stage: 'validation' }, 'other field'];
const policy: Found = [{ stage: 'admission' }, 'policy'];
const advice: Found = [{ severity: 'warning' }, 'advice'];

test.each<[string, Found[], Found[]]>([
  ['nothing', [], []],
  ['all findings of one stage', [field, otherField], [field, otherField]],
  ['allocation before validation', [field, address], [address]],
  ['addresses before node ports', [port, field, address], [address]],
  ['validation before admission', [policy, otherField], [otherField]],
  ['advice at every stage', [advice, field, port], [advice, port]],
  ['admission alone', [policy, advice], [policy, advice]],
])('says %s', (_, found, said) => expect(saidByServer(found)).toEqual(said));
