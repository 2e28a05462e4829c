import { useNotify } from './useNotify'
import { useLazyTexts, useText } from './useText'

/** The components that this browser follows, as far as they are changed here. */
interface Followed {
  has(id: string): boolean
  toggle(id: string): void
  follow(ids: readonly string[]): void
}

/**
 * Follows components, or no longer, and says so with a way back.
 * @param nameOf undefined = nobody knows a better one than the id
 */
export function useFollowToggle(followed: Followed, nameOf: (id: string) => string | undefined) {
  const notify = useNotify()
  const loadTexts = useLazyTexts()
  const { t, tn } = useText()

  /** `say` is called when its texts are there; where they are not to be had, what was done shows on the page all the same. */
  const tell = (say: () => string, undo: () => void) =>
    void loadTexts('snackbar').then(
      () => notify({ text: say(), action: { label: t('snackbar.undo'), run: undo } }),
      () => undefined,
    )

  return {
    toggleFollowed(id: string) {
      followed.toggle(id)
      const follows = followed.has(id)
      const name = nameOf(id) ?? id
      tell(
        () => t(follows ? 'snackbar.followed' : 'snackbar.unfollowed', { name }),
        () => followed.has(id) === follows && followed.toggle(id),
      )
    },
    /** Those of a link, beside what is followed already. */
    followAll(ids: readonly string[]) {
      const added = ids.filter(id => !followed.has(id))
      followed.follow(added)
      tell(
        () => tn('snackbar.added', added.length),
        () => added.filter(followed.has).forEach(followed.toggle),
      )
    },
  }
}
