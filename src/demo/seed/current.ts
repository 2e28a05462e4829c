import type { DemoData } from '@/demo/data'
import { phase } from './catalog'
import { startOfUtcDay, addIncident, type Story } from './story'
import { DAY_MS, MINUTE_MS } from '@/domain/time/units'

const ongoing: Story = {
  key: 'slow volumes north',
  title: 'Slow volumes and delayed attachments in North',
  description: `Volumes of the storage class \`ssd\` in **North** answer more slowly than usual, and attaching a volume can take
several minutes. Data is safe; nothing was lost.

- Running virtual machines keep working, with higher latency on disk access.
- New volumes may stay in \`creating\` for up to ten minutes.
- Volumes of the class \`hdd\` and everything in South are not affected.`,
  impacts: [
    ['north.block', 'slow', 60],
    ['north.compute', 'slow', 30],
    ['north.kubernetes', 'slow', 10],
  ],
  updates: [
    [
      9,
      'We are looking into slow volumes',
      'Our monitoring shows write latencies of up to 400 ms on the storage class `ssd` in North. We are looking for the cause.',
    ],
    [
      41,
      'Cause found: recovery traffic after a disk failure',
      `Two disks of one storage node failed within a few minutes of each other. The cluster is rebuilding their data on other
disks, and the rebuild competes with your reads and writes.

We have slowed the rebuild down in favour of customer traffic. Latencies have halved since.`,
    ],
    [
      96,
      'Rebuild at 70 %, latencies falling',
      `About 70 % of the data has been rebuilt. Latencies are at 40 to 60 ms, usual are 3 to 5 ms.

If an attachment hangs, please **do not** detach by force; it completes by itself. You can follow it with:

\`\`\`
openstack volume show <volume> -c status -c attachments
\`\`\``,
    ],
  ],
}

const inProgress: Story = {
  key: 'switch firmware south',
  title: 'Firmware update of the network switches in South',
  description: `We are updating the firmware of the top-of-rack switches in **South**, one rack at a time. Every rack has two
switches, so we expect no interruption. Short peaks in latency (less than a second) are possible when traffic moves over.`,
  impacts: [['south.network', 'planned', 0]],
  updates: [
    [-5760, 'Maintenance announced', 'The work is scheduled as described above. There is nothing that you need to prepare.'],
    [2, 'Work has begun', 'The first of eight racks is being updated.'],
    [38, 'Two of eight racks done', 'Both went as planned and without any loss of traffic.'],
  ],
}

const upcomingCompute: Story = {
  key: 'hypervisor kernels north',
  title: 'Kernel update on the compute hosts in North',
  description: `We are moving the compute hosts in **North** to a newer kernel. Virtual machines are migrated live to an updated
host; you may notice a pause of one to two seconds once during the window.

Machines with a **local SSD** or a **GPU** cannot be migrated live. Their owners have been told a time for the restart.`,
  impacts: [
    ['north.compute', 'planned', 0],
    ['north.kubernetes', 'planned', 0],
  ],
  updates: [[-7200, 'Maintenance announced', 'Please contact support if this window collides with an event of yours.']],
}

const upcomingIdentity: Story = {
  key: 'identity database',
  title: 'Move of the identity database to new hardware',
  description: `The database behind login and access tokens moves to new hardware. For about **five minutes** within the window no
new tokens are issued and nobody can log in. Tokens that were issued before stay valid, and running workloads are not affected.

Automation that creates tokens should [retry with a delay](https://docs.example.com/guides/retries).`,
  impacts: [
    ['identity', 'planned', 0],
    ['dashboard', 'planned', 0],
  ],
  updates: [],
}

/** What is going on at `now`, and what is planned: both worded for any time of day. */
export function tellCurrent(data: DemoData, now: number): void {
  const minute = Math.floor(now / MINUTE_MS) * MINUTE_MS
  const today = startOfUtcDay(now)
  addIncident(data, ongoing, { beganAt: minute - 128 * MINUTE_MS, endedAt: null, phase: phase.inProgress })
  addIncident(data, inProgress, { beganAt: minute - 50 * MINUTE_MS, endedAt: minute + 130 * MINUTE_MS, phase: phase.inProgress })
  tellUpcoming(data, upcomingCompute, today + 2 * DAY_MS + 20 * 60 * MINUTE_MS, 6 * 60)
  tellUpcoming(data, upcomingIdentity, today + 9 * DAY_MS + 4 * 60 * MINUTE_MS, 60)
}

function tellUpcoming(data: DemoData, story: Story, beganAt: number, minutes: number): void {
  addIncident(data, story, { beganAt, endedAt: beganAt + minutes * MINUTE_MS, phase: phase.scheduled })
}
