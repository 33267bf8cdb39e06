import { type Format, pathSegmentName } from '../../../kubernetes/formats';

/** No name is longer, and the search for a like one takes quadratic time. */
const LONGEST_NAME = 253;

/**
 * The fix of a finding about a name that does not have its format, where one like it does: in lower case, with dashes
 * for what a name cannot hold.
 */
export function nearName(name: string, format: Format): { readonly fix?: string } {
  if (format === pathSegmentName) return { fix: 'Leave / and % out, and do not write . or .. alone.' };
  if (name.length > LONGEST_NAME) return {};
  const plain = name.toLowerCase().replace(/[^a-z0-9.]+/g, '-');
  for (const dotted of [plain, plain.replaceAll('.', '-')]) {
    const near = dotted.replace(/-*\.-*/g, '.').replace(/^[-.]+|[-.]+$/g, '');
    if (near !== '' && format(near).length === 0) return { fix: `Write ${near}, for instance.` };
  }
  return {};
}
