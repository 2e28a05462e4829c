import type { PastStory } from './story'

export const oldestStories: PastStory[] = [
  {
    key: 'log search',
    daysAgo: 79,
    at: '12:00',
    minutes: 91,
    title: 'Log search not available',
    description: 'Searching in logs ended with an error. Logs were still collected, and none were lost.',
    impacts: [['metrics', 'unavailable', 60]],
    updates: [
      [9, 'Log search fails', 'Metrics and alarms are not affected.'],
      [
        91,
        'Log search works again',
        'Two index nodes had run out of memory after a very wide query. Such queries are now ended early.',
      ],
    ],
  },
  {
    key: 'bgp south',
    daysAgo: 83,
    at: '04:45',
    minutes: 56,
    title: 'Unsteady connectivity to some networks from South',
    description:
      'A routing session with one upstream provider went up and down, so that some destinations were unreachable for seconds.',
    impacts: [['south.network', 'connection', 35]],
    updates: [
      [12, 'Session switched off', 'We have switched the session off. Traffic takes the other provider.'],
      [56, 'Session steady again', 'The provider has replaced a line card on their side.'],
    ],
  },
  {
    key: 'vulnerability scans',
    daysAgo: 87,
    at: '10:20',
    minutes: 545,
    title: 'Vulnerability scans of images are late',
    description: 'Results of vulnerability scans appeared several hours after a push. Pushing and pulling were not affected.',
    impacts: [['registry', 'slow', 10]],
    updates: [
      [
        40,
        'Scans are late',
        'An update of the vulnerability database makes every image be scanned again. New images come first now.',
      ],
      [545, 'Scans are up to date', 'Results appear within a few minutes of a push.'],
    ],
  },
  {
    key: 'resolver update',
    daysAgo: 90,
    at: '21:00',
    minutes: 60,
    title: 'Update of the DNS resolvers',
    description: 'The resolvers inside both regions were updated one after the other, without an interruption.',
    impacts: [['dns', 'planned', 0]],
    updates: [
      [-4320, 'Maintenance announced', 'No interruption is expected.'],
      [47, 'Work complete', 'All eight resolvers run the new version.'],
    ],
  },
  {
    key: 'control planes north',
    daysAgo: 94,
    at: '13:15',
    minutes: 103,
    title: 'API servers of some clusters in North answer slowly',
    description: `About a tenth of the managed clusters in **North** had a slow API server. Workloads kept running; rollouts and
\`kubectl\` took longer.`,
    impacts: [['north.kubernetes', 'slow', 35]],
    updates: [
      [17, 'Slow API servers', 'The affected control planes share one host group. We are moving them apart.'],
      [103, 'Usual speed', 'All control planes have been moved. New ones are now spread over three host groups.'],
    ],
  },
  {
    key: 'power south',
    daysAgo: 98,
    at: '19:40',
    minutes: 154,
    title: 'Restart of compute hosts in South after a power fault',
    description: `A power distribution unit in **South** failed, and with it 14 compute hosts. Their machines were started again on
other hosts or after the power had come back.

Machines in an anti-affinity group lost one member at most.`,
    impacts: [
      ['south.compute', 'unavailable', 80],
      ['south.block', 'slow', 35],
    ],
    updates: [
      [5, 'Several hosts are down', 'We have lost 14 hosts in one row. The team on site is on its way.'],
      [
        38,
        'Machines are being started elsewhere',
        'Machines without a local disk start on other hosts. This takes about an hour.',
      ],
      [110, 'Power restored', 'The unit has been bypassed. The remaining machines are starting.'],
      [
        154,
        'All machines are up',
        'Please check your machines. If a file system was mounted read-only, a restart usually helps.',
      ],
    ],
  },
  {
    key: 'ipv6 routes north',
    daysAgo: 103,
    at: '09:00',
    minutes: 370,
    title: 'New networks in North have no IPv6 route',
    description:
      'Networks that were created on this day had no default route for IPv6. IPv4 and existing networks were not affected.',
    impacts: [['north.network', 'connection', 25]],
    updates: [
      [50, 'No IPv6 in new networks', 'We are looking into it. Creating the router anew does not help.'],
      [370, 'IPv6 works in all networks', 'Routes have been added to 31 networks. You do not need to do anything.'],
    ],
  },
  {
    key: 'slow scheduling north',
    daysAgo: 108,
    at: '15:25',
    minutes: 82,
    title: 'Creating virtual machines in North takes longer than usual',
    description: 'New machines needed two to three minutes instead of twenty seconds.',
    impacts: [['north.compute', 'slow', 30]],
    updates: [
      [14, 'Creation is slow', 'Existing machines are not affected.'],
      [82, 'Usual speed', 'Old entries in the placement database had slowed every choice of a host. They have been removed.'],
    ],
  },
  {
    key: 'cluster versions north',
    daysAgo: 112,
    at: '20:00',
    minutes: 180,
    title: 'Update of the Kubernetes service in North',
    description:
      'The service that manages clusters in **North** was updated. Clusters could not be created or changed meanwhile.',
    impacts: [['north.kubernetes', 'planned', 0]],
    updates: [
      [
        -8640,
        'Maintenance announced',
        'Existing clusters keep running. Creating and changing clusters pauses within the window.',
      ],
      [
        139,
        'Work complete',
        'Clusters can be created and changed again, from now on with [new versions](https://docs.example.com/kubernetes/versions).',
      ],
    ],
  },
  {
    key: 'resolver timeouts',
    daysAgo: 117,
    at: '07:30',
    minutes: 52,
    title: 'Name resolution times out inside North',
    description:
      'One of four resolvers in **North** answered late or not at all. Systems with a second resolver were only slower.',
    impacts: [['dns', 'connection', 55]],
    updates: [
      [11, 'Name resolution times out', 'We have found the resolver and are taking it out of service.'],
      [52, 'Name resolution works', 'The resolver had run out of connections. Its limit has been raised and is now monitored.'],
    ],
  },
]
