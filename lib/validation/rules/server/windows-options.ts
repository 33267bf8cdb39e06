import { byteLength, dnsSubdomain } from '../../../kubernetes/formats';
import { invalid } from '../../finding';
import { defineRules } from '../../rule';

const LARGEST_CREDENTIAL_SPEC = 64 * 1024;
const LONGEST_DOMAIN = 255;
const LONGEST_USER = 104;
const DNS_LABEL = '[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?';

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for.
const controlCharacter = /[\u0000-\u001f\u007f]/;
const netBiosDomain = /^[^\\/:*?"<>|.][^\\/:*?"<>|]{0,14}$/u;
const dnsDomain = new RegExp(`^${DNS_LABEL}(?:\\.${DNS_LABEL})*$`);
const forbiddenInUser = /["/\\:;|=,+*?<>@[\]]/;
const onlyDotsAndSpaces = /^[. ]+$/;

/** The Windows options of a pod's or a container's security context, whatever the operating system. */
export const windowsOptionsRules = defineRules([
  {
    id: 'valid-windows-run-as-user-name',
    summary: 'A Windows user name is USER or DOMAIN\\USER in the form that Windows allows.',
    why: 'Windows could not find the user, and the container would not start.',
    fix: 'Write a user name such as ContainerUser or DOMAIN\\ContainerUser.',
    source: 'kubernetes pkg/apis/core/validation/validation.go validateWindowsSecurityContextOptions',
    example: { bad: "runAsUserName: 'user@example.com'", good: 'runAsUserName: ContainerUser' },
    visit: {
      windowsOptions({ runAsUserName }, at, report) {
        if (runAsUserName === undefined) return;
        for (const reason of userNameFaults(runAsUserName))
          report(invalid(at.child('runAsUserName'), runAsUserName, reason));
      },
    },
  },
  {
    id: 'valid-gmsa-credential-spec-name',
    summary: 'gmsaCredentialSpecName is the name of an object: a DNS subdomain.',
    why: 'The name is looked up among the GMSACredentialSpec objects of the cluster.',
    fix: 'Write the name of a GMSACredentialSpec object.',
    source: 'kubernetes pkg/apis/core/validation/validation.go validateWindowsSecurityContextOptions',
    example: { bad: 'gmsaCredentialSpecName: Web_Server', good: 'gmsaCredentialSpecName: web-server' },
    visit: {
      windowsOptions({ gmsaCredentialSpecName }, at, report) {
        if (gmsaCredentialSpecName === undefined) return;
        for (const reason of dnsSubdomain(gmsaCredentialSpecName))
          report(invalid(at.child('gmsaCredentialSpecName'), gmsaCredentialSpecName, reason));
      },
    },
  },
  {
    id: 'valid-gmsa-credential-spec',
    summary: 'gmsaCredentialSpec holds 1 to 65536 bytes.',
    why: 'An empty credential spec says nothing, and a larger one is no credential spec.',
    fix: 'Leave gmsaCredentialSpec out, or write the credential spec in it.',
    source: 'kubernetes pkg/apis/core/validation/validation.go validateWindowsSecurityContextOptions',
    example: { bad: "gmsaCredentialSpec: ''", good: "gmsaCredentialSpec: '{}'" },
    visit: {
      windowsOptions({ gmsaCredentialSpec }, at, report) {
        if (gmsaCredentialSpec === undefined) return;
        const field = at.child('gmsaCredentialSpec');
        if (gmsaCredentialSpec === '') report(invalid(field, '', 'must not be empty'));
        else if (byteLength(gmsaCredentialSpec) > LARGEST_CREDENTIAL_SPEC)
          report(invalid(field, gmsaCredentialSpec, `must hold no more than ${LARGEST_CREDENTIAL_SPEC} bytes`));
      },
    },
  },
]);

function userNameFaults(name: string): string[] {
  if (name === '') return ['must not be empty'];
  if (controlCharacter.test(name)) return ['must not contain control characters'];
  const parts = name.split('\\');
  if (parts.length > 2) return ['must not contain more than one backslash'];
  const user = parts[parts.length - 1] ?? '';
  return parts.length === 2 ? [...domainFaults(parts[0] ?? ''), ...userFaults(user)] : userFaults(user);
}

function domainFaults(domain: string): string[] {
  const faults: string[] = [];
  if (byteLength(domain) > LONGEST_DOMAIN) faults.push(`its domain must hold no more than ${LONGEST_DOMAIN} bytes`);
  if (!netBiosDomain.test(domain) && !dnsDomain.test(domain)) faults.push('its domain must be a NetBIOS or a DNS name');
  return faults;
}

function userFaults(user: string): string[] {
  const faults: string[] = [];
  if (user === '') faults.push('its user must not be empty');
  if (byteLength(user) > LONGEST_USER) faults.push(`its user must hold no more than ${LONGEST_USER} bytes`);
  if (onlyDotsAndSpaces.test(user)) faults.push('its user must not hold only dots and spaces');
  if (forbiddenInUser.test(user)) faults.push('its user must hold none of "/\\:;|=,+*?<>@[]');
  return faults;
}
