import { fireEvent, screen } from '@testing-library/dom'
import ProvisioningImport from '@/features/provisioning/ProvisioningImport.vue'
import { buildComponent, buildData } from '../../../support/builders'
import { say } from '../../../support/browser/texts'
import { chooseFile } from '../../../support/chooseFile'
import { textOf } from '../../../support/status'
import { type } from '../../../support/type'
import { press, renderManaged, settle } from '../incident/support'

export const data = () =>
  buildData({ components: [buildComponent({ displayName: 'Compute', labels: { az: '1' } })], severities: [], phases: [] })
export const open = () => renderManaged(ProvisioningImport, () => ({}), { data: data() })

export const enter = (text: string) => type(say('manage.provisioning.text'), text)
export const readAgain = () => press(say('manage.provisioning.compare'))
export const show = () => press(say('manage.provisioning.show'))
export const apply = (n: number) => press(say('manage.provisioning.apply', { n }))
export async function compare(text: string) {
  await enter(text)
  await readAgain()
  await settle()
}
export async function choose(...content: BlobPart[]) {
  await chooseFile(say('manage.provisioning.choose'), new File(content, 'provisioning.yaml'))
  await settle()
}
export const tick = async (name: string | RegExp) => {
  fireEvent.click(screen.getByRole('checkbox', { name }))
  await settle()
}
export const sent = (writes: Awaited<ReturnType<typeof open>>['writes']) =>
  writes.map(([call, body]) => [call.replace(/[\da-f-]{36}/, ':id'), body])
export const offer = async (text: string) => {
  const { mounted } = await open()
  await enter(text)
  mounted.unmount()
}
export const says = () => textOf(document.body)
