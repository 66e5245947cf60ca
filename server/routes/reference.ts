import type { z } from 'zod';
import { ACTIONS, PAGES, PLAIN_ROUTES, WATCH_ROUTES } from './index.js';
import type { Page } from './page.js';

/** Every route as a page in Markdown: what docs/reference/routes.md holds. `note` says how it is written. */
export function routesMarkdown(note: string): string {
  const sections = [...PAGES.map(pageSection), ...ACTIONS.map(actionSection), plainSection()];
  return `# Routes\n\n${note}\n\n${INTRODUCTION}\n${sections.join('\n')}`;
}

const INTRODUCTION = `- Every page has twins: the same address with \`.json\` or \`.csv\` at its end, where listed.
- \`for=excel\` gives a CSV with byte order mark, its text safe from formulas; without it a CSV is raw
  RFC 4180 in UTF-8. Columns are in [columns.md](columns.md).
- Errors are \`{ "error": { "code", "message", "hint", "requestId" } }\`; a browser gets the same as a page.
- A change (\`POST\`) leads a browser on with 303; with \`Accept: application/json\` it is answered as JSON.
- The same in OpenAPI 3.1: \`/api/v1/openapi.json\`.
`;

function pageSection(page: Page): string {
  const twins = page.formats.map((format) => `\`${page.path}${format === 'html' ? '' : `.${format}`}\``);
  const also = page.aliases.map((alias) => `, also at \`${alias}\``).join('');
  return `## ${page.path}\n\n${page.summary}.\n\n${twins.join(', ')}${also}\n${parameterList(page.params, page.query)}`;
}

function actionSection({ path, summary, params, body }: (typeof ACTIONS)[number]): string {
  return `## POST ${path}\n\n${summary}.\n\nBody: \`${body.type}\`\n${parameterList(params, body.fields)}`;
}

function plainSection(): string {
  const rows = [...PLAIN_ROUTES, ...WATCH_ROUTES].map(
    ({ path, summary, answer }) => `| \`${path}\` | ${summary} | ${answer} |`,
  );
  return `## Others\n\n| route | what it is for | answer |\n|---|---|---|\n${rows.join('\n')}\n`;
}

/** A table of what may be given, or nothing. */
function parameterList(...schemas: z.ZodObject[]): string {
  const rows = schemas.flatMap((schema) =>
    Object.entries(schema.shape).map(([name, type]) => `| \`${name}\` | ${descriptionOf(type)} |`),
  );
  return rows.length === 0 ? '' : `\n| parameter | meaning |\n|---|---|\n${rows.join('\n')}\n`;
}

function descriptionOf(type: z.core.$ZodType): string {
  return (type as z.ZodType).meta()?.description ?? '';
}
