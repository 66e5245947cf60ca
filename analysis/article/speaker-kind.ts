/** A person with a name, someone without, or a body that speaks as one. */
export type SpeakerKind = 'named' | 'unnamed' | 'organization';
