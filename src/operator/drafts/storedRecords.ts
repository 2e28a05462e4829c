/**
 * Records that this browser keeps, each in an entry of its own. No storage at all (private mode, a full disk) just keeps nothing.
 * @param prefix of the names of their entries
 * @param read a stored value; null where it is none of these records
 */
export function storedRecords<T extends { readonly id: string }>(
  prefix: string,
  read: (value: unknown) => T | null,
  storage: () => Storage,
) {
  const attempt = <R>(action: (store: Storage) => R, otherwise: R): R => {
    try {
      return action(storage())
    } catch {
      return otherwise
    }
  }
  const parse = (text: string | null) => {
    try {
      return read(JSON.parse(text ?? 'null'))
    } catch {
      return null
    }
  }
  return {
    /** What cannot be read is left out. */
    list: () =>
      attempt(
        store =>
          Array.from({ length: store.length }, (_, index) => store.key(index))
            .filter(name => name?.startsWith(prefix))
            .map(name => parse(store.getItem(name!)))
            .filter(record => record !== null),
        [],
      ),
    /** Whether the browser keeps it. */
    put: (record: T) =>
      attempt(store => {
        store.setItem(`${prefix}${record.id}`, JSON.stringify(record))
        return true
      }, false),
    remove: (id: string) => attempt(store => store.removeItem(`${prefix}${id}`), undefined),
  }
}
