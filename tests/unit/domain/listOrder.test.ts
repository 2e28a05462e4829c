import { expect, it } from 'vitest'
import { moveItem } from '@/domain/listOrder'

it.each([
  [0, 2, 'bca'],
  [2, 0, 'cab'],
  [1, 2, 'acb'],
  [1, 1, 'abc'],
])('an item moves from %i to %i', (from, to, expected) => expect(moveItem([...'abc'], from, to).join('')).toBe(expected))
