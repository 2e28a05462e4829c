import type { PastStory } from './story'

export const middleStories: PastStory[] = [
  {
    key: 'second factor',
    daysAgo: 21,
    at: '11:15',
    minutes: 41,
    title: 'Login with a second factor fails for some users',
    description: `One-time codes were rejected for about a third of the users with a second factor. Application credentials and tokens
that were issued before kept working.`,
    impacts: [
      ['identity', 'errors', 60],
      ['dashboard', 'errors', 30],
    ],
    updates: [
      [6, 'Valid codes are rejected', 'We are looking into it. Application credentials work and are not affected.'],
      [24, 'Cause found', 'The clock of one of three login servers is 50 seconds behind. We have taken it out of service.'],
      [
        41,
        'Logins work again',
        'All codes are accepted. The server returns once its time source is fixed, and its clock is now monitored.',
      ],
    ],
  },
  {
    key: 'volume attach south',
    daysAgo: 24,
    at: '05:30',
    minutes: 112,
    title: 'Volumes cannot be attached in South',
    description:
      'Attaching and detaching volumes in **South** timed out. Volumes that were attached before could be read and written as usual.',
    impacts: [['south.block', 'errors', 50]],
    updates: [
      [14, 'Attaching times out', 'We are investigating. Attached volumes are not affected.'],
      [
        70,
        'Cause found',
        'Messages pile up in a queue after one broker node ran out of disk space. We are making room and restarting the node.',
      ],
      [
        112,
        'Attaching works again',
        'Waiting requests have been worked off. Please check volumes that still show `attaching` and write to us if any do.',
      ],
    ],
  },
  {
    key: 'router software south',
    daysAgo: 27,
    at: '21:00',
    minutes: 180,
    title: 'Software update of the edge routers in South',
    description:
      'The two edge routers in **South** were updated one after the other. Traffic moved to the other one in the meantime.',
    impacts: [['south.network', 'planned', 0]],
    updates: [
      [-8640, 'Maintenance announced', 'Each change of the active router may cost up to three seconds of connectivity.'],
      [154, 'Both routers updated', 'Two short changes, each below two seconds, at 21:40 and 23:05 UTC.'],
    ],
  },
  {
    key: 'health checks north',
    daysAgo: 30,
    at: '12:48',
    minutes: 66,
    title: 'Load balancers in North take healthy members out of service',
    description: `Health checks over HTTPS failed for members whose certificate is signed by a private authority. Load balancers with
plain TCP or HTTP checks were not affected.`,
    impacts: [['north.balancing', 'errors', 55]],
    updates: [
      [
        11,
        'Healthy members shown as offline',
        'Only load balancers with HTTPS health checks are affected. Switching the check to TCP helps for the moment.',
      ],
      [
        39,
        'Cause found',
        'A library that came with today’s update checks certificates more strictly. We are going back to the previous version.',
      ],
      [66, 'Members are back', 'All load balancers run the previous version again. A changed check can be changed back.'],
    ],
  },
  {
    key: 'disk shelf south',
    daysAgo: 34,
    at: '18:22',
    minutes: 2475,
    title: 'Object storage in South slow after the failure of a disk shelf',
    description: `A shelf with 24 disks failed in **South**. Every object has two more copies elsewhere, so nothing was lost, but the
missing copies had to be made again. Meanwhile large downloads were slower than usual.`,
    impacts: [['south.object', 'slow', 30]],
    updates: [
      [16, 'A disk shelf has failed', 'All objects remain available from their other copies. Large downloads may be slower.'],
      [142, 'Copies are being made again', 'We expect this to take until the day after tomorrow. Customer traffic has priority.'],
      [1240, 'Half of the copies made', 'Downloads reach about 70 % of their usual speed. A spare part has arrived on site.'],
      [2180, 'Power supply of the shelf replaced', 'The disks are readable again, which spares us the remaining copies.'],
      [2475, 'All objects have three copies again', 'Downloads are at their usual speed. Thank you for your patience.'],
    ],
  },
  {
    key: 'zone transfers',
    daysAgo: 36,
    at: '08:10',
    minutes: 94,
    title: 'Changes to DNS zones become visible late',
    description:
      'New and changed records became visible up to 30 minutes late. Existing records were answered correctly at all times.',
    impacts: [['dns', 'slow', 25]],
    updates: [
      [
        18,
        'Changes are late',
        'Two of four name servers still answer with older versions of some zones. We are looking for the cause.',
      ],
      [
        94,
        'Changes are visible within a minute again',
        'A very large zone had blocked the transfer of all others. Zones are now transferred side by side.',
      ],
    ],
  },
  {
    key: 'gpu start',
    daysAgo: 39,
    at: '15:02',
    minutes: 238,
    title: 'Virtual machines with a GPU do not start in North',
    description: `New machines of the flavors \`GPU-*\` ended in \`ERROR\`, and stopped ones could not be started. Running machines and
all other flavors were not affected.`,
    impacts: [['north.compute', 'errors', 35]],
    updates: [
      [
        22,
        'Machines with a GPU do not start',
        'We can reproduce it. If you can, please do not stop running machines with a GPU.',
      ],
      [
        84,
        'Cause found',
        'After a driver update the devices appear under another name, so that the scheduler does not find them.',
      ],
      [171, 'Two of three hosts corrected', 'Machines start again on these hosts. The third one follows after a restart.'],
      [238, 'All hosts corrected', 'The check before a driver update now includes the start of a machine with a GPU.'],
    ],
  },
  {
    key: 'quota figures',
    daysAgo: 41,
    at: '10:30',
    minutes: 420,
    title: 'Dashboard shows outdated quota figures',
    description:
      'The overview page showed the usage of the day before. Limits were enforced correctly; only the display was affected.',
    impacts: [['dashboard', 'errors', 10]],
    updates: [
      [30, 'Figures are outdated', '`openstack quota show --usage` gives the current figures in the meantime.'],
      [
        420,
        'Figures are current again',
        'The job that collects them had been stopped by last night’s maintenance. It starts by itself from now on.',
      ],
    ],
  },
  {
    key: 'core switch north',
    daysAgo: 44,
    at: '03:14',
    minutes: 37,
    title: 'Loss of connectivity in North',
    description: `For 37 minutes large parts of **North** could not be reached, and connections inside the region broke off.

**Cause:** one of two core switches kept its links up but no longer forwarded packets, so that the other one did not take over.

**What we do about it:**

1. Both switches now check each other’s forwarding, not the state of the links alone.
2. The manufacturer has confirmed the fault; a corrected firmware is being tested.
3. We exercise the failover every three months.`,
    impacts: [
      ['north.network', 'unavailable', 95],
      ['north.compute', 'connection', 85],
      ['north.block', 'slow', 45],
      ['north.kubernetes', 'connection', 70],
      ['north.balancing', 'connection', 70],
    ],
    updates: [
      [6, 'North cannot be reached', 'Our on-call team is at work. South is not affected.'],
      [19, 'Fault located', 'One core switch does not forward packets. We are taking it out of service by hand.'],
      [
        37,
        'Connectivity restored',
        'The other core switch carries all traffic. Please check machines that lost access to their volumes.',
      ],
      [1560, 'Review published', 'Cause and measures have been added to the description of this incident.'],
    ],
  },
]
