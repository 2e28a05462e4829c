import type { PastStory } from './story'

export const olderStories: PastStory[] = [
  {
    key: 'registry storage',
    daysAgo: 47,
    at: '20:00',
    minutes: 120,
    title: 'Move of the container registry to new storage',
    description:
      'The images of the container registry moved to new storage. Pushing was not possible for about 40 minutes; pulling was.',
    impacts: [['registry', 'planned', 0]],
    updates: [
      [-11520, 'Maintenance announced', 'Please plan for a pause of up to one hour in which no image can be pushed.'],
      [61, 'Pushing works again', 'All images are on the new storage. We are still checking their digests.'],
      [118, 'Work complete', 'All digests match.'],
    ],
  },
  {
    key: 'large snapshots south',
    daysAgo: 50,
    at: '13:37',
    minutes: 184,
    title: 'Snapshots of large machines fail in South',
    description:
      'Snapshots of machines with a root disk of more than 200 GB failed in **South**. Volume snapshots were not affected.',
    impacts: [['south.compute', 'errors', 25]],
    updates: [
      [
        25,
        'Large snapshots fail',
        'They end after exactly one hour. Starting the machine from a volume and taking a volume snapshot works.',
      ],
      [97, 'Cause found', 'A proxy ends uploads after an hour since its last update. The limit is being raised.'],
      [
        184,
        'Snapshots of any size work again',
        'We took snapshots of 500 GB to make sure. Failed ones leave nothing behind and cost nothing.',
      ],
    ],
  },
  {
    key: 'autoscaler south',
    daysAgo: 54,
    at: '09:45',
    minutes: 86,
    title: 'Node pools in South do not grow',
    description: `The autoscaler in **South** did not add nodes. Clusters with free capacity noticed nothing; others had pods in
\`Pending\`. Changing the size of a node pool by hand worked.`,
    impacts: [['south.kubernetes', 'errors', 45]],
    updates: [
      [10, 'Node pools do not grow', 'If you need more nodes now, please change the size of the node pool by hand.'],
      [
        152,
        'Cause found',
        'The image of the nodes was renewed yesterday, and the autoscaler still asks for the old one. (We added this step afterwards.)',
      ],
      [86, 'Node pools grow again', 'The autoscaler asks for the current image, and the nodes that were waited for are up.'],
    ],
  },
  {
    key: 'ssd writes north',
    daysAgo: 57,
    at: '06:20',
    minutes: 132,
    title: 'Slow writes on fast volumes in North',
    description: 'Writes on volumes of the class `ssd` took up to 80 ms instead of 3 to 5 ms. Reads were not affected.',
    impacts: [['north.block', 'slow', 30]],
    updates: [
      [13, 'Slow writes confirmed', 'We see it on one of six storage nodes and are moving its load away.'],
      [
        132,
        'Usual speed',
        'The node had a failing cache battery, and it wrote without its cache. The battery has been replaced.',
      ],
    ],
  },
  {
    key: 'clock skew tokens',
    daysAgo: 62,
    at: '11:50',
    minutes: 26,
    title: 'Access tokens rejected in both regions',
    description:
      'Most API calls were rejected with `401 Unauthorized`, even with a new token. Running workloads were not affected.',
    impacts: [
      ['identity', 'errors', 90],
      ['dashboard', 'unavailable', 80],
      ['registry', 'errors', 45],
    ],
    updates: [
      [5, 'Valid tokens are rejected', 'We are looking into it with priority. Running machines and clusters are not affected.'],
      [
        17,
        'Cause found',
        'The rotation of the signing keys reached two of three servers only. We are distributing the keys by hand.',
      ],
      [26, 'Tokens are accepted again', 'A rotation now takes effect only when all servers have confirmed the new key.'],
    ],
  },
  {
    key: 'storage controllers north',
    daysAgo: 65,
    at: '22:00',
    minutes: 240,
    title: 'Exchange of storage controllers in North',
    description: 'Two storage controllers in **North** were exchanged. Every volume stayed reachable over its second path.',
    impacts: [['north.block', 'planned', 0]],
    updates: [
      [-10080, 'Maintenance announced', 'No interruption is expected. Latency may double for some minutes.'],
      [2, 'Work has begun', 'The first controller is out of service.'],
      [229, 'Work complete', 'Both controllers have been exchanged. Latency stayed within its usual range.'],
    ],
  },
  {
    key: 'multipart north',
    daysAgo: 68,
    at: '14:05',
    minutes: 301,
    title: 'Uploads of more than 5 GB fail in North',
    description: `Multipart uploads to the object storage in **North** failed when the parts were put together. Smaller uploads were
not affected.

A workaround was \`aws s3 cp --expected-size\` with parts of at least 64 MB.`,
    impacts: [['north.object', 'errors', 40]],
    updates: [
      [
        35,
        'Large uploads fail',
        'The parts arrive, but putting them together fails. We are comparing the configuration of the regions.',
      ],
      [120, 'Workaround', 'Parts of at least 64 MB avoid the problem.'],
      [
        301,
        'Large uploads work again',
        'A limit on the number of parts had been set far too low. Parts of failed uploads are removed by themselves.',
      ],
    ],
  },
  {
    key: 'dashboard certificate',
    daysAgo: 71,
    at: '08:33',
    minutes: 19,
    title: 'Dashboard not reachable',
    description: 'Browsers refused the dashboard because of an expired certificate. The APIs were not affected.',
    impacts: [['dashboard', 'unavailable', 100]],
    updates: [
      [
        4,
        'Certificate expired',
        'The certificate expired at 08:33 UTC. Please do not skip the warning of your browser; a new certificate is on its way.',
      ],
      [
        19,
        'New certificate in place',
        'The renewal had worked, but the new certificate had not been loaded. This is now monitored from outside.',
      ],
    ],
  },
  {
    key: 'bucket listing north',
    daysAgo: 75,
    at: '17:10',
    minutes: 122,
    title: 'Slow bucket listings in North',
    description: 'Listing buckets with more than a million objects took up to 40 seconds.',
    impacts: [['north.object', 'slow', 25]],
    updates: [
      [28, 'Listings are slow', 'Uploads and downloads are not affected.'],
      [122, 'Listings are fast again', 'We ended a cleaning job that ran during the day by mistake. It runs at night again.'],
    ],
  },
]
