import { configMapRules } from '../../../../lib/validation/rules/server/config-map';
import { object } from '../../manifests';
import { testRules } from '../test-rules';

const MEBIBYTE = 1024 * 1024;
const configMap = (data: object, binaryData?: object) => object('v1', 'ConfigMap', { data, binaryData });
const secret = (data: object, stringData?: object) => object('v1', 'Secret', { data, stringData });

testRules(configMapRules, {
  'valid-config-data': {
    valid: {
      'every character': configMap({ '-._aZ0': 'x', '.hidden': 'x', 'a..b': 'x' }),
      'a key of 253': configMap({ ['k'.repeat(253)]: 'x' }),
      'exactly a mebibyte of values': configMap({ a: 'x'.repeat(MEBIBYTE - 3) }, { b: 'AAAA' }),
      'a mebibyte of decoded values': secret({ a: 'AAAA'.repeat(MEBIBYTE / 3) }),
      nothing: configMap({}),
    },
    invalid: {
      'a slash': [configMap({ 'etc/app.conf': 'x' }), 'data[etc/app.conf]: FieldValueInvalid'],
      'an empty key': [configMap({ '': 'x' }), 'data[]: FieldValueInvalid'],
      'a key of 254': [configMap({ ['k'.repeat(254)]: 'x' }), `data[${'k'.repeat(254)}]: FieldValueInvalid`],
      'two dots in binaryData': [configMap({}, { '..': 'AAAA' }), 'binaryData[..]: FieldValueInvalid'],
      'a blank in a Secret': [secret({ 'a b': 'AAAA' }), 'data[a b]: FieldValueInvalid'],
      'a blank in stringData, which becomes data': [secret({}, { 'a b': 'x' }), 'data[a b]: FieldValueInvalid'],
      'a byte more than a mebibyte': [
        configMap({ a: 'x'.repeat(MEBIBYTE - 2) }, { b: 'AAAA' }),
        '[]: FieldValueTooLong',
      ],
      'letters of two bytes': [configMap({ a: 'é'.repeat(MEBIBYTE / 2 + 1) }), '[]: FieldValueTooLong'],
      'a Secret with more': [secret({}, { a: 'x'.repeat(MEBIBYTE + 1) }), 'data: FieldValueTooLong'],
    },
  },
  'unique-config-key': {
    valid: { 'different keys': configMap({ a: 'x' }, { b: 'AAAA' }) },
    invalid: { 'one key in both': [configMap({ a: 'x', b: 'x' }, { a: 'AAAA' }), 'data[a]: FieldValueInvalid'] },
  },
});
