const CREDIT_CARD =
  /^(?:4[0-9]{12}(?:[0-9]{3})?|5[1-5][0-9]{14}|6(?:011|5[0-9][0-9])[0-9]{12}|3[47][0-9]{13}|3(?:0[0-5]|[68][0-9])[0-9]{11}|(?:2131|1800|35[0-9]{3})[0-9]{11})$/;
const CHANNEL = '(?:0|[1-9][0-9]?|1[0-9][0-9]?|2[0-4][0-9]|25[0-5])';
const SPACE = '[\\t\\n\\f\\r ]*';
const RGB_COLOR = new RegExp(`^rgb\\(${SPACE}${[CHANNEL, CHANNEL, CHANNEL].join(`${SPACE},${SPACE}`)}${SPACE}\\)$`);
const SOCIAL_SECURITY_NUMBER = /^[0-9]{3}[- ]?[0-9]{2}[- ]?[0-9]{4}$/;
const LONGEST_SOCIAL_SECURITY_NUMBER = 11;
const LARGEST_DIGIT = 9;
const ISBN_10_MODULUS = 11;
const X = 10;

/**
 * The tests of the string formats that hardly any schema names.
 *
 * Follows k8s.io/kube-openapi pkg/internal/third_party/govalidator and pkg/validation/strfmt/bson.
 */
export const RARE_FORMATS: ReadonlyMap<string, (text: string) => boolean> = new Map([
  ['bsonobjectid', (text) => /^[0-9a-fA-F]{24}$/.test(text)],
  ['creditcard', isCreditCard],
  ['isbn', (text) => isISBN10(text) || isISBN13(text)],
  ['isbn10', isISBN10],
  ['isbn13', isISBN13],
  ['rgbcolor', (text) => RGB_COLOR.test(text)],
  ['ssn', (text) => text.length === LONGEST_SOCIAL_SECURITY_NUMBER && SOCIAL_SECURITY_NUMBER.test(text)],
]);

/** Of every second digit from the right the double counts, of whose digits the sum. */
function isCreditCard(text: string): boolean {
  const digits = text.replace(/[^0-9]+/g, '');
  if (!CREDIT_CARD.test(digits)) return false;
  const sum = [...digits].reverse().reduce((total, digit, at) => {
    const weighted = Number(digit) * (1 + (at % 2));
    return total + (weighted > LARGEST_DIGIT ? weighted - LARGEST_DIGIT : weighted);
  }, 0);
  return sum % 10 === 0;
}

function isISBN10(text: string): boolean {
  const digits = text.replace(/[\t\n\f\r -]+/g, '');
  if (!/^[0-9]{9}[0-9X]$/.test(digits)) return false;
  const sum = [...digits].reduce((total, digit, at) => total + (at + 1) * (digit === 'X' ? X : Number(digit)), 0);
  return sum % ISBN_10_MODULUS === 0;
}

function isISBN13(text: string): boolean {
  const digits = text.replace(/[\t\n\f\r -]+/g, '');
  if (!/^[0-9]{13}$/.test(digits)) return false;
  return [...digits].reduce((total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 1 : 3), 0) % 10 === 0;
}
