/** What has happened to an object. */
export type ChangeType = 'added' | 'modified' | 'removed';

/** Is told of every change of a table, after it. */
export type Watcher<T> = (object: T, type: ChangeType) => void;

/** The objects of one kind, by id, in the order of their creation. */
export interface Table<T> {
  get(id: string | undefined): T | undefined;
  values(): readonly T[];
  add(object: T): void;
  /** Says that an object, which was changed in place, is now stored. */
  changed(object: T): void;
  remove(object: T): void;
  watch(watcher: Watcher<T>): void;
}

/** An empty table. */
export function createTable<T extends { readonly id: string }>(): Table<T> {
  const objects = new Map<string, T>();
  let list: readonly T[] | undefined;
  const watchers: Watcher<T>[] = [];
  const notify = (object: T, type: ChangeType) => {
    for (const watcher of watchers) watcher(object, type);
  };
  return {
    get: (id) => (id === undefined ? undefined : objects.get(id)),
    values() {
      list ??= [...objects.values()];
      return list;
    },
    add(object) {
      objects.set(object.id, object);
      list = undefined;
      notify(object, 'added');
    },
    changed(object) {
      if (objects.get(object.id) === object) notify(object, 'modified');
    },
    remove(object) {
      if (objects.get(object.id) !== object) return;
      objects.delete(object.id);
      list = undefined;
      notify(object, 'removed');
    },
    watch: (watcher) => watchers.push(watcher),
  };
}
