import { saidByServer } from '../../lib/validation/stage';

const address = [{ stage: 'addresses' }, 'address'] as const;
const port = [{ stage: 'node-ports', severity: 'error' }, 'port'] as const;
const field = [{}, 'field'] as const;
const otherField = [{ stage: 'validation' }, 'other field'] as const;
const policy = [{ stage: 'admission' }, 'policy'] as const;
const advice = [{ severity: 'warning' }, 'advice'] as const;

test.each([
  ['nothing', [], []],
  ['all findings of one stage', [field, otherField], [field, otherField]],
  ['allocation before validation', [field, address], [address]],
  ['addresses before node ports', [port, field, address], [address]],
  ['validation before admission', [policy, otherField], [otherField]],
  ['advice at every stage', [advice, field, port], [advice, port]],
  ['admission alone', [policy, advice], [policy, advice]],
])('says %s', (_, found, said) => expect(saidByServer(found)).toEqual(said));
