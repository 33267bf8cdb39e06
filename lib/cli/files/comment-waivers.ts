import type { ManifestDocument } from '../../manifest/manifest-file';
import { type WaiverComment, waiverComments } from '../../manifest/waiver-comments';
import type { Choice } from '../../validation/advice/choose-rules';
import { Waivers } from '../../validation/advice/waivers';
import type { Diagnostic } from '../../validation/diagnostic';
import type { Rule } from '../../validation/rule';
import { referenceOf } from '../../validation/to-diagnostics';

/** Some documents of a file: which of all objects they hold, and after how many lines they begin. */
interface Extent {
  readonly file: { readonly name: string };
  readonly linesBefore: number;
  readonly first: number;
}

/** A comment of a file, and the documents that it stands among. */
interface FileWaiver extends WaiverComment, Extent {
  readonly documents: readonly ManifestDocument[];
}

/** The comments in files that waive advice. Only documents beside such comments are kept in memory. */
export class CommentWaivers {
  private readonly waivers = new Waivers<FileWaiver>(covers);

  /** Reads the comments of some documents. */
  read(text: string, documents: readonly ManifestDocument[], { file, linesBefore, first }: Extent): void {
    for (const comment of waiverComments(text)) this.waivers.add({ ...comment, file, linesBefore, first, documents });
  }

  isWaived(rule: Rule, index: number, path: Diagnostic['path']): boolean {
    return this.waivers.isWaived(rule, index, path);
  }

  /** What is wrong with the comments, once all versions were validated. */
  problems(choice: Choice, kubeVersions: readonly string[]): Diagnostic[] {
    return [...this.waivers.problems(choice, kubeVersions)].map(([waiver, problem]) => {
      const { file, line, column, linesBefore, documents, first, from } = waiver;
      const position = Math.max(
        0,
        documents.findLastIndex((document) => document.closestPositionOf([]).line <= from),
      );
      return {
        ...problem,
        object: referenceOf(documents[position]?.object, first + position),
        yaml: { file: file.name, line: linesBefore + line, column },
      };
    });
  }
}

function covers({ documents, first, from, to }: FileWaiver, index: number, path: Diagnostic['path']): boolean {
  const line = documents[index - first]?.closestPositionOf(path).line;
  return line !== undefined && line >= from && line <= to;
}
