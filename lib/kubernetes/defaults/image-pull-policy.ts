/**
 * The pull policy of an image that states none: `Always` for the tag `latest` and for no tag and no digest,
 * else `IfNotPresent`.
 *
 * Follows kubernetes pkg/apis/core/v1/defaults.go SetDefaults_Container and pkg/util/parsers ParseImageName, which
 * yields no tag, hence `IfNotPresent`, for what is not an image reference.
 */
export function imagePullPolicyOf(image: string): 'Always' | 'IfNotPresent' {
  const known = policies.get(image);
  if (known !== undefined) return known;
  const policy = derive(image);
  if (policies.size >= CACHE_SIZE) policies.clear();
  policies.set(image, policy);
  return policy;
}

const CACHE_SIZE = 4096;
const policies = new Map<string, 'Always' | 'IfNotPresent'>();

const DOMAIN_PART = '(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])';
const DOMAIN = `(?:${DOMAIN_PART}(?:\\.${DOMAIN_PART})*|\\[(?:[a-fA-F0-9:]+)\\])(?::[0-9]+)?`;
const PATH_PART = '[a-z0-9]+(?:(?:[._]|__|[-]+)[a-z0-9]+)*';
const REFERENCE = new RegExp(
  `^(?:${DOMAIN}/)?(${PATH_PART}(?:/${PATH_PART})*)(?::([\\w][\\w.-]{0,127}))?(@[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,})?$`,
);
const IMAGE_ID = /^[a-f0-9]{64}$/;

function derive(image: string): 'Always' | 'IfNotPresent' {
  const match = IMAGE_ID.test(image) ? null : REFERENCE.exec(image);
  if (match === null) return 'IfNotPresent';
  const [, , tag, digest] = match;
  return tag === 'latest' || (tag === undefined && digest === undefined) ? 'Always' : 'IfNotPresent';
}
