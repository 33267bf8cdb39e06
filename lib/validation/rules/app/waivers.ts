import { defineRules } from '../../rule';

/** The manifest of a Pod that is advised to have a tag, with a comment in front. */
const waived = (comment: string, image: string) =>
  `# podwright-waive ${comment}\napiVersion: v1\nkind: Pod\nmetadata: { name: web }\nspec:\n  containers: [{ name: web, image: ${image} }]`;

/** What is asked of waivers of advice, in code and in comments. */
export const waiverRules = defineRules([
  {
    id: 'valid-waiver',
    summary: 'A waiver names a piece of advice that exists, and says why it is not followed.',
    why: 'It would waive nothing, or nobody would know when it may go.',
    fix: 'Write the id that the finding has in brackets, and a reason that the next reader learns from.',
    source: 'docs/advice.md',
    example: { bad: waived('no-latest-tag', 'nginx'), good: waived('no-latest-tag: mirrored nightly', 'nginx') },
    visit: {},
  },
  {
    id: 'no-unused-waiver',
    severity: 'warning',
    summary: 'A waiver waives something.',
    why: 'What it spoke of has been mended: it would hide the next mistake of the kind.',
    fix: 'Remove the waiver.',
    source: 'docs/advice.md',
    example: {
      bad: waived('no-latest-tag: mirrored nightly', 'nginx:1.29'),
      good: waived('no-latest-tag: mirrored nightly', 'nginx'),
    },
    visit: {},
  },
]);
