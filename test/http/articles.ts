/** A short report with both sides in it, furniture around it, and no title. */
export const TWO_SIDES = `23:10 GMT 09 May 2021
Listen Live
Get short URL

BRUSSELS, December 5 (Northline) - The US-led coalition met in Brussels on Friday.

"The coalition has crippled the militants' command and cut off their income. Our strikes are working," British Foreign Secretary Philip Hammond said.

Russian Foreign Minister Sergei Lavrov said the coalition's airstrikes were illegal and had failed to stop the group.

The weather in the Belgian capital was mild.

Ministers Sign Trade Deal With Norway
Harbor Festival Draws Record Crowd to Old Town
`;

/** An article that has nothing to do with the default target. */
export const HARBOR = `# Harbor festival draws a record crowd

*The Quay Gazette, 3 June 2014*

Some forty thousand people came to the old harbor on Sunday, the city said.

"The music was wonderful and the fish was fresh," said Mara Lindqvist, a visitor.
`;

/** Every piece of it is an attempt to become markup. */
export const HOSTILE_NAME = '"><img src=x onerror=alert(1)>.txt';
export const HOSTILE_TITLE = '<script>alert(1)</script>';
export const HOSTILE = JSON.stringify({
  id: 'hostile',
  title: HOSTILE_TITLE,
  outlet: '</title><svg onload=alert(2)>',
  url: 'javascript:alert(3)',
  paragraphs: [
    'The coalition\'s airstrikes have failed, <b onmouseover="alert(4)">Ann Marsh</b> said: "The coalition is a failure."',
    '<%= 7 * 7 %> <%- include("x") %> The US-led coalition has saved many lives.',
  ],
});

/** The default target and one that articles bring along. */
export const WITH_OWN_TARGET = JSON.stringify({
  id: 'own-target',
  title: 'Council splits over bridge',
  paragraphs: [
    'The new bridge is a disaster for the valley, Mayor Ida Strand said. "The bridge has failed us."',
  ],
  target: { name: 'the new bridge', aliases: ['bridge'] },
});
