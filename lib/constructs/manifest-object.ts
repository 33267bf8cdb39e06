import { ApiObject, type JsonPatch } from 'cdk8s';
import type { Construct } from 'constructs';
import type { ObjectMeta } from '../../imports/k8s';
import { recordCreationSite } from './creation-site';
import type { DerivedField } from './derived-field';
import { applyPatches } from './json-patches';
import type { Fields } from './key-order';
import { derivedMetadata, metadataFields } from './metadata';
import { plainData } from './plain-data';
import { waive } from './waiver';

/** The group, version and kind of an object. */
export interface ObjectKind {
  readonly apiVersion: string;
  readonly kind: string;
}

/** The properties that every construct of ours has. */
export interface ManifestProps {
  /** The metadata of the object; its name is the id of the construct unless given here. */
  readonly metadata?: ObjectMeta;
}

/**
 * A cdk8s ApiObject that is written as it was said: named by its id, no field added, keys in the order in which people
 * write manifests.
 */
export abstract class ManifestObject extends ApiObject {
  private readonly written: ManifestProps;
  private readonly finalPatches: JsonPatch[] = [];

  constructor(scope: Construct, id: string, kind: ObjectKind, props: ManifestProps = {}) {
    // cdk8s asks for mutable lists, and copies them.
    super(scope, id, { ...kind, metadata: { ...props.metadata, name: props.metadata?.name ?? id } as object });
    this.written = props;
    recordCreationSite(this);
  }

  /**
   * Changes the final object with JSON Patch operations (RFC 6902): `JsonPatch.replace('/spec/replicas', 5)`. They are
   * applied last, when the app is synthesized, where an operation that cannot be applied or that changes nothing is a
   * `ConstructError`.
   */
  patch(...operations: JsonPatch[]): this {
    this.finalPatches.push(...operations);
    return this;
  }

  /** The same as `patch`, under the name that cdk8s has for it. */
  override addJsonPatch(...operations: JsonPatch[]): void {
    this.patch(...operations);
  }

  /**
   * Waives advice about this object: `deployment.waive('no-latest-tag', 'mirrored nightly')`; see `waive`.
   *
   * @throws ConstructError `WAIVER_WITHOUT_REASON` when the reason is empty.
   */
  waive(rule: string, reason: string): this {
    return waive(this, rule, reason);
  }

  /** The object as Kubernetes stores it. */
  override toJson(): Fields {
    return applyPatches(this.unpatched(), this.finalPatches, this.node.path);
  }

  /**
   * The values of the object that nobody wrote, and what each was made from: kind and version, a name from the id, the
   * namespace and the labels of the chart, a selector and the labels that it asks for. What a patch replaces was written.
   */
  derivedFields(): DerivedField[] {
    const fields: DerivedField[] = [
      { path: ['apiVersion'], from: 'its class' },
      { path: ['kind'], from: 'its class' },
      ...derivedMetadata(this, this.written.metadata, this.objectMetadata()),
      ...this.derivedContent(this.plainProps()),
    ];
    if (this.finalPatches.length === 0) return fields;
    const [before, after] = [this.unpatched(), this.toJson()];
    return fields.filter(({ path }) => textAt(before, path) === textAt(after, path));
  }

  private unpatched(): Fields {
    return {
      apiVersion: this.apiVersion,
      kind: this.kind,
      metadata: this.objectMetadata(),
      ...this.content(this.plainProps()),
    };
  }

  /** Everything of the object but its kind and metadata, from its properties as plain data. */
  protected abstract content(props: Fields): Fields;

  /** What of `content` is not in the properties, but made from something. */
  protected derivedContent(_props: Fields): DerivedField[] {
    return [];
  }

  /** The properties as plain data. */
  protected plainProps(): Fields {
    return plainData(this.written, this) as Fields;
  }

  /** The metadata as plain data; the server completes `generateName`, so that it stands without a name. */
  protected objectMetadata(): Fields {
    const { name, ...metadata } = plainData(metadataFields(this.metadata), this) as Fields;
    const { metadata: written } = this.written;
    return written?.generateName !== undefined && written.name === undefined ? metadata : { name, ...metadata };
  }
}

function textAt(object: Fields, path: readonly string[]): string | undefined {
  return JSON.stringify(path.reduce<unknown>((value, key) => (value as Fields | undefined)?.[key], object));
}
