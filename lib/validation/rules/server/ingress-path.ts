import type { HTTPIngressPath, Ingress } from '../../../kubernetes/generated/decoded';
import type { FieldPath } from '../../field-path';
import { invalid, notSupported, required } from '../../finding';
import { defineRules, type Report } from '../../rule';
import { didYouMean } from './did-you-mean';

const PATH_TYPES = ['Exact', 'ImplementationSpecific', 'Prefix'];
const FORBIDDEN_SEQUENCES = ['//', '/./', '/../', '%2f', '%2F'];
const FORBIDDEN_ENDS = ['/..', '/.'];
const SOURCE = 'kubernetes pkg/apis/networking/validation/validation.go';

/** The paths of an Ingress rule. */
export const ingressPathRules = defineRules([
  {
    id: 'require-ingress-path',
    summary: 'An Ingress rule with http has a path.',
    why: 'A rule without paths sends requests nowhere.',
    fix: 'Add a path, such as path: / with pathType: Prefix.',
    source: `${SOURCE} validateHTTPIngressRuleValue`,
    example: {
      bad: 'spec: { rules: [{ http: { paths: [] } }] }',
      good: 'spec: { rules: [{ http: { paths: [{ path: /, pathType: Prefix, backend: { service: { name: web, port: { number: 80 } } } }] } }] }',
    },
    visit: {
      Ingress({ spec }, at, report) {
        spec?.rules?.forEach(({ http }, index) => {
          if (http && !http.paths?.length)
            report(required(at.down('spec', 'rules').index(index).down('http', 'paths')));
        });
      },
    },
  },
  {
    id: 'valid-path-type',
    summary: 'Every Ingress path has a pathType: Exact, Prefix or ImplementationSpecific.',
    why: 'It tells how the path is compared; there is no default.',
    fix: 'Write pathType: Prefix, or one of Exact and ImplementationSpecific.',
    source: `${SOURCE} validateHTTPIngressPath`,
    example: {
      bad: 'spec: { rules: [{ http: { paths: [{ path: /, backend: { service: { name: web, port: { number: 80 } } } }] } }] }',
      good: 'spec: { rules: [{ http: { paths: [{ path: /, pathType: Prefix, backend: { service: { name: web, port: { number: 80 } } } }] } }] }',
    },
    visit: {
      Ingress: visitPaths(({ pathType }, at, report) => {
        const field = at.child('pathType');
        if (pathType === undefined) report(required(field, 'pathType must be specified'));
        else if (!PATH_TYPES.includes(pathType))
          report(notSupported(field, pathType, PATH_TYPES, didYouMean(pathType, PATH_TYPES)));
      }),
    },
  },
  {
    id: 'valid-ingress-path',
    summary: 'An Ingress path begins with /, and has no empty or dotted segments and no escaped slash.',
    why: 'Requests are normalised before they are compared, so such a path would match nothing.',
    fix: 'Write an absolute path such as /api, or pathType: ImplementationSpecific for what a controller understands itself.',
    source: `${SOURCE} validateHTTPIngressPath`,
    example: {
      bad: 'spec: { rules: [{ http: { paths: [{ path: api, pathType: Prefix, backend: { service: { name: web, port: { number: 80 } } } }] } }] }',
      good: 'spec: { rules: [{ http: { paths: [{ path: /api, pathType: Prefix, backend: { service: { name: web, port: { number: 80 } } } }] } }] }',
    },
    visit: {
      Ingress: visitPaths(({ path = '', pathType }, at, report) => {
        const field = at.child('path');
        if (pathType === 'ImplementationSpecific') {
          if (path !== '' && !path.startsWith('/')) report(invalid(field, path, 'must be an absolute path'));
        } else if (pathType === 'Exact' || pathType === 'Prefix') {
          if (!path.startsWith('/')) report(invalid(field, path, 'must be an absolute path'));
          for (const sequence of FORBIDDEN_SEQUENCES)
            if (path.includes(sequence)) report(invalid(field, path, `must not contain '${sequence}'`));
          for (const end of FORBIDDEN_ENDS)
            if (path.endsWith(end)) report(invalid(field, path, `must not end with '${end}'`));
        }
      }),
    },
  },
]);

/** A visit of an Ingress that looks at each of its paths. */
function visitPaths(check: (path: HTTPIngressPath, at: FieldPath, report: Report) => void) {
  return ({ spec }: Ingress, at: FieldPath, report: Report): void => {
    spec?.rules?.forEach(({ http }, index) => {
      http?.paths?.forEach((path, position) => {
        check(path, at.down('spec', 'rules').index(index).down('http', 'paths').index(position), report);
      });
    });
  };
}
