import { fireEvent, within } from '@testing-library/dom'
import { flushPromises } from '@vue/test-utils'
import { uuidOf } from '@/demo/uuid'
import FollowingPage from '@/features/following/FollowingPage.vue'
import { useFollowed } from '@/stores/followedStore'
import { say } from './browser/texts'
import { buildData } from './builders'
import { DAY_MS, HOUR_MS, wireTime } from './clock'
import { createSurroundings, renderPart } from './mounted'
import { serve, type ServeOptions } from './server'
import { impactOn, named, ongoing, settled, textOf } from './status'

const names = ['Compute', 'DNS', 'Identity', 'Network', 'Storage']
const data = buildData({
  components: [...names.map(name => named(name)), named('Old', { retired: 'yes' })],
  incidents: [
    ongoing([impactOn('Storage', 90)], { id: uuidOf('disks'), displayName: 'Disks are gone' }),
    ongoing([impactOn('Network', 50)], { id: uuidOf('packets'), displayName: 'Packets are lost' }),
    ongoing([impactOn('DNS', 0)], {
      id: uuidOf('planned'),
      displayName: 'New name servers',
      beganAt: wireTime(DAY_MS),
      endedAt: wireTime(DAY_MS + HOUR_MS),
    }),
    ongoing([impactOn('Identity', 0)], {
      id: uuidOf('other'),
      displayName: 'New tokens',
      beganAt: wireTime(DAY_MS),
      endedAt: wireTime(DAY_MS + HOUR_MS),
    }),
  ],
})

interface FollowingOptions extends ServeOptions {
  readonly following?: readonly string[]
  readonly url?: string
  readonly notify?: boolean
}

/** The page of what is followed, after its first answers. */
export async function openFollowing({ following = [], url = '/following', notify = false, ...server }: FollowingOptions = {}) {
  serve({ data, ...server })
  const around = await createSurroundings({ components: { retiredLabel: 'retired' } })
  const followed = useFollowed(around.provider)
  followed.follow(following.map(uuidOf))
  if (notify) followed.notify = true
  const { element, router } = await renderPart(FollowingPage, { ...around, url })
  await settled(around)
  return {
    ...within(element),
    ...around,
    element,
    router,
    followed,
    shown: () => [...listed(element), ...gone(element)],
    headings: (level: number) => within(element).queryAllByRole('heading', { level }).map(textOf),
    followButton: (name: string) => within(element).getByRole('button', { name: say('components.follow', { name }) }),
    title: () => document.title,
  }
}
const listed = (page: HTMLElement) => {
  const section = within(page).queryByRole('region', { name: say('components.title') })
  return section ? within(section).getAllByRole('heading', { level: 3 }).map(textOf) : []
}
/** The names of what the server does not list any more. */
export const gone = (page: HTMLElement) => {
  const section = within(page).queryByRole('region', { name: say('following.goneTitle') })
  const entries = section ? within(section).getAllByRole('listitem') : []
  return entries.map(entry => textOf(entry).replace(say('following.unfollow'), '').trim())
}
export const press = async (element: HTMLElement) => {
  fireEvent.click(element)
  await flushPromises()
}
/** The address of a set that somebody shares. */
export const linkTo = (...ids: string[]) => `/following?components=${ids.join(',')}`
