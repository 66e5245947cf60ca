/** Who may import whom: each room lists the rooms it may see; everything else is refused. */
const rooms = {
  article: [],
  resources: ['article'],
  learning: ['article'],
  language: ['article', 'resources', 'learning'],
  reading: ['article', 'resources', 'learning', 'language'],
  attribution: ['article', 'resources', 'learning', 'language'],
  stance: ['article', 'resources', 'learning', 'language', 'attribution'],
  report: ['article', 'resources', 'learning', 'language', 'attribution', 'stance', 'pipeline'],
  compare: ['article', 'resources', 'learning', 'language', 'attribution', 'stance', 'pipeline', 'report'],
  evaluate: ['article', 'resources', 'learning', 'language', 'attribution', 'stance', 'pipeline'],
  validation: ['article', 'learning', 'report', 'evaluate'],
};

const roomRules = Object.entries(rooms).map(([room, seen]) => ({
  name: `room-${room}`,
  comment: `analysis/${room} may import only: ${seen.join(', ') || 'nothing'}`,
  severity: 'error',
  from: { path: `^analysis/${room}/` },
  to: {
    path: '^(analysis|server)/',
    pathNot: [`^analysis/${room}/`, ...seen.map((other) => `^analysis/${other}(/|\\.ts$)`)],
  },
}));

module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    ...roomRules,
    {
      name: 'pipeline-sees-no-server',
      severity: 'error',
      from: { path: '^analysis/pipeline\\.ts$' },
      to: { path: '^(server/|analysis/(report|compare|evaluate|reading)/)' },
    },
    {
      name: 'faces-only',
      comment: 'Other rooms import the index.ts of a room, never a file behind it',
      severity: 'error',
      from: { path: '^analysis/([^/]+)/' },
      to: { path: '^analysis/[^/]+/.+', pathNot: ['^analysis/$1/', '^analysis/[^/]+/index\\.ts$'] },
    },
    {
      name: 'server-through-faces',
      severity: 'error',
      from: { path: '^(server/|analysis/pipeline\\.ts$)' },
      to: {
        path: '^analysis/[^/]+/.+',
        pathNot: ['^analysis/[^/]+/index\\.ts$'],
      },
    },
    {
      name: 'analysis-is-pure',
      comment: 'No network, database, express or ejs in analysis',
      severity: 'error',
      from: { path: '^analysis/' },
      to: {
        path: '(^(node:)?(http|https|net|tls|dgram)$|node_modules/(express|ejs|pg|kysely|pg-boss|multer)/)',
      },
    },
    {
      name: 'language-tools-in-one-room',
      comment: 'Only analysis/language imports wink-nlp, natural and sentiment',
      severity: 'error',
      from: { path: '^(analysis|server)/', pathNot: '^analysis/language/' },
      to: { path: 'node_modules/(wink-nlp|wink-eng-lite-web-model|natural|sentiment)/' },
    },
    {
      name: 'not-from-tests',
      severity: 'error',
      from: { path: '^(analysis|server)/' },
      to: { path: '^(test|bench)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default'],
    },
  },
};
