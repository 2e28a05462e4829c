import { mdiCheck, mdiClose } from '@mdi/js'
import { describe, expect, it } from 'vitest'
import { iconPaths } from '@/app/build/iconPaths'

const transform = iconPaths().transform as unknown as (code: string, id: string) => { code: string } | null
const [check, close] = [mdiCheck, mdiClose].map(path => JSON.stringify(path))

describe('icons in the build', () => {
  it.each([
    [`import { mdiCheck } from '@mdi/js'\nuse(mdiCheck)`, `const mdiCheck = ${check};\nuse(mdiCheck)`],
    [`import { mdiCheck as tick, mdiClose, } from "@mdi/js";`, `const tick = ${check}, mdiClose = ${close};`],
    [`import{mdiCheck}from"@mdi/js";import a from 'b'`, `const mdiCheck = ${check};import a from 'b'`],
  ])('stand where they are used: %s', (code, expected) => {
    expect(transform(code, '/src/A.vue')?.code).toBe(expected)
  })

  it('leave everything else alone', () => {
    expect(transform(`import { a } from 'b'`, '/src/a.ts')).toBeNull()
    expect(transform(`import { mdiCheck } from '@mdi/js'`, '/node_modules/a/b.js')).toBeNull()
  })
})
