import type { PastStory } from './story'

export const recentStories: PastStory[] = [
  {
    key: 'dashboard release',
    daysAgo: 2,
    at: '10:12',
    minutes: 48,
    title: 'Dashboard slow after the morning release',
    description: `Pages of the dashboard that list many resources took up to 20 seconds to load. The APIs behind it answered at their
usual speed, so the command line tools and your automation were not affected.`,
    impacts: [['dashboard', 'slow', 30]],
    updates: [
      [
        7,
        'Slow pages confirmed',
        'Lists of servers and volumes load slowly since the release at 10:05 UTC. We are comparing it with the last one.',
      ],
      [
        26,
        'Going back to the previous release',
        'The new release asks for the details of every volume one by one. We are going back to the previous one.',
      ],
      [
        48,
        'Usual speed again',
        'The previous release is in place and pages load as fast as before. The fix will follow with the next release.',
      ],
    ],
  },
  {
    key: 'identity upgrade',
    daysAgo: 4,
    at: '02:00',
    minutes: 60,
    title: 'Database upgrade of the identity service',
    description:
      'The database behind login and access tokens was upgraded to a newer minor version, with a short pause for new logins.',
    impacts: [['identity', 'planned', 0]],
    updates: [
      [
        -10080,
        'Maintenance announced',
        'Expect a pause of one to two minutes for new logins. Running workloads are not affected.',
      ],
      [1, 'Work has begun', 'The standby database is being upgraded first.'],
      [44, 'Upgrade complete', 'New logins paused for **71 seconds**. We keep watching until the end of the window.'],
    ],
  },
  {
    key: 'clusters creating',
    daysAgo: 6,
    at: '14:31',
    minutes: 131,
    title: 'New Kubernetes clusters in North stay in “creating”',
    description: `Clusters that were created between 14:30 and 16:40 UTC did not become ready. Existing clusters, their node pools and
their workloads were not affected.

**Cause:** an expired credential between the cluster service and the DNS service, so that the API endpoints of new clusters got no name.`,
    impacts: [['north.kubernetes', 'errors', 45]],
    updates: [
      [
        12,
        'New clusters do not become ready',
        'We see several new clusters waiting. Existing clusters are fine. Please hold back new ones for the moment.',
      ],
      [
        55,
        'Cause found',
        'The endpoints of new clusters are not entered in DNS, because a credential between the two services has expired.',
      ],
      [
        92,
        'Credential renewed',
        'Waiting clusters are becoming ready one after the other. You do **not** need to create them again.',
      ],
      [
        131,
        'All clusters are ready',
        `All 23 waiting clusters are ready. We have added a warning thirty days before this kind of credential expires.`,
      ],
    ],
  },
  {
    key: 'uplink loss south',
    daysAgo: 9,
    at: '07:55',
    minutes: 76,
    title: 'Packet loss on an uplink of South',
    description: `About 4 % of the packets between **South** and one of our two upstream providers were lost. Traffic within the region
and traffic between the regions was not affected.`,
    impacts: [['south.network', 'connection', 55]],
    updates: [
      [
        8,
        'Packet loss on one uplink',
        'Connections from some networks to South are slow or break off. We are in contact with the provider.',
      ],
      [
        21,
        'Traffic moved away',
        'We have moved all traffic to the other provider. Loss is down to the usual level; some routes are a little longer.',
      ],
      [76, 'Uplink back in service', 'The provider has replaced an optical module. Both uplinks are in service again.'],
    ],
  },
  {
    key: 'registry limits',
    daysAgo: 11,
    at: '13:20',
    minutes: 95,
    title: 'Image pulls rejected with “429 Too Many Requests”',
    description: `Some pulls from the container registry were rejected although the project was far below its limit. Retrying
usually helped after a few attempts.`,
    impacts: [['registry', 'errors', 40]],
    updates: [
      [
        15,
        'Some pulls are rejected',
        `Affected requests get \`429 Too Many Requests\`. Most clients retry by themselves; a rollout may take longer than usual.`,
      ],
      [
        52,
        'Cause found',
        'After a restart all projects were counted against one common limit. We are correcting the configuration.',
      ],
      [
        95,
        'Limits count by project again',
        'No pull has been rejected wrongly for half an hour. A test now covers this case before every release.',
      ],
    ],
  },
  {
    key: 'live migration test north',
    daysAgo: 13,
    at: '22:00',
    minutes: 360,
    title: 'Memory replacement in compute hosts in North',
    description: `Memory modules of eleven compute hosts in **North** were replaced after the manufacturer's recall. Virtual machines
were migrated live before their host was switched off.`,
    impacts: [['north.compute', 'planned', 0]],
    updates: [
      [
        -7200,
        'Maintenance announced',
        'Machines on the affected hosts will be migrated live, with a pause of one to two seconds.',
      ],
      [5, 'Work has begun', 'The first hosts are being emptied.'],
      [212, 'Seven of eleven hosts done', 'No machine had to be restarted so far.'],
      [338, 'Work complete', 'All hosts are back in service, and no machine had to be restarted.'],
    ],
  },
  {
    key: 'object gateway north',
    daysAgo: 15,
    at: '09:05',
    minutes: 203,
    title: 'Object storage in North: slow listings and failing uploads',
    description: `Two things went wrong at once in the object storage in **North**:

- listing large buckets took more than a minute,
- about one upload in eight failed with \`503 Slow Down\`.

**Cause:** an index shard of one very large bucket was being split while one of four gateways was out for an upgrade.`,
    impacts: [
      ['north.object', 'slow', 35],
      ['north.object', 'errors', 60],
    ],
    updates: [
      [
        10,
        'Slow listings and failing uploads',
        'We see slow answers and failing uploads. Downloads seem to be fine. We are investigating.',
      ],
      [
        48,
        'Fourth gateway back in service',
        'The upgrade was stopped. Fewer uploads fail now, about one in thirty. Listings are still slow.',
      ],
      [
        135,
        'Uploads work again',
        'No upload has failed for twenty minutes. The split of the index shard continues at reduced speed.',
      ],
      [
        203,
        'Listings are fast again',
        `The split has ended. Uploads that failed were never stored in part, so repeating them is safe.

We will no longer take a gateway out while a shard is being split.`,
      ],
    ],
  },
  {
    key: 'metrics late',
    daysAgo: 18,
    at: '16:40',
    minutes: 245,
    title: 'Metrics arrive up to five minutes late',
    description: `Graphs lagged behind by up to five minutes. No value was lost, and alarms fired, only later than usual. The hourly
usage records were late as well.`,
    impacts: [
      ['metrics', 'slow', 10],
      ['billing', 'slow', 10],
    ],
    updates: [
      [20, 'Graphs are behind', 'A queue between collectors and database is longer than usual. We are adding capacity.'],
      [190, 'Catching up', 'The delay has come down to two minutes.'],
      [245, 'No more delay', 'All values are in place, including those of the past four hours.'],
    ],
  },
]
