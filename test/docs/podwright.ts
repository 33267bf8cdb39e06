/** What an app of a reader imports from `podwright`. */
export * from '../../lib';
export { environment } from '../../lib/synthesis/environment';
