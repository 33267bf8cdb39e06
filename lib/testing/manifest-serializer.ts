import { isManifests, manifestsIn } from './manifests';
import { manifestsText } from './to-match-manifest-file';

/** How a serializer prints manifests. */
export interface ManifestSerializerOptions {
  /** Whether values that may be secret are printed, or `<hidden>` in their place. Default: `hidden`. */
  readonly secrets?: 'shown' | 'hidden';
}

/** A snapshot serializer as Jest and Vitest take it. */
export interface ManifestSerializer {
  test(value: unknown): boolean;
  serialize(value: unknown, config: unknown, indentation: string): string;
}

/**
 * A snapshot serializer that prints Apps, Charts, constructs, Kubernetes objects and lists of these as the YAML that
 * `synth` writes: `expect.addSnapshotSerializer(manifestSerializer())`.
 */
export function manifestSerializer({ secrets = 'hidden' }: ManifestSerializerOptions = {}): ManifestSerializer {
  return {
    test: isManifests,
    serialize(value, _config, indentation) {
      const text = manifestsText(manifestsIn(value).objects, secrets === 'hidden').trimEnd();
      return text.replaceAll(/\n(?!\n|$)/g, `\n${indentation}`);
    },
  };
}
