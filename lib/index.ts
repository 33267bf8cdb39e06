export type { Diagnostic } from './validation/diagnostic';
export type { ValidateOptions } from './validation/validate';
export { validate } from './validation/validate';
