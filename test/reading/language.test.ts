import { describe, expect, it } from '@jest/globals';
import { languageOf } from '../../analysis/reading/metadata/language.js';

const ENGLISH_WITH_FOREIGN_NAMES = `Defence Minister Okello Nabwire said in Kampala that Mogadishu, Kismayo and
Baidoa were free of al-Shabaab. Colonel Abdirashid Warsame of the Jubbaland administration, who was in
Garissa with Governor Mumo Kilonzo, said that the soldiers from Burundi and Djibouti had held Beledweyne
and Jowhar for two months. President Hassan Sheikh Mohamud has thanked them, but Garowe is not convinced.`;

const GERMAN = `Der Außenminister sagte am Mittwoch in Brüssel, die Allianz habe seit dem Sommer große
Fortschritte gemacht. Die Luftangriffe hätten den Vormarsch der Miliz gestoppt, doch am Boden fehle es noch
immer an Kräften. In Berlin hieß es, man werde die Ausbildung der kurdischen Kämpfer im Norden des Irak in den
kommenden Monaten ausweiten und weitere hundert Soldaten entsenden, sobald der Bundestag zugestimmt habe.`;

describe('languageOf', () => {
  it('is not misled by foreign names in English text', async () => {
    expect(await languageOf(ENGLISH_WITH_FOREIGN_NAMES, 'so')).toBe('en');
  });

  it('detects other languages in text of fifty words or more, whatever the page states', async () => {
    expect(await languageOf(GERMAN, 'en')).toBe('de');
  });

  it('believes a well-formed statement on short text, and assumes English without one', async () => {
    expect(await languageOf('Kurz und knapp.', 'de_AT')).toBe('de');
    expect(await languageOf('Kurz und knapp.', '"><script>')).toBe('en');
  });
});
