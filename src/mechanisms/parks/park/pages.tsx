import { useState } from 'react';
import type { Text } from '#kernel/words.ts';
import { findMechanism } from '#mechanisms/mechanisms.ts';
import { Panel } from '#web/matter/page.tsx';
import { MapForm } from '#web/register/map.tsx';
import type { Search } from '#web/router.tsx';
import { seesRegister, useSignedIn } from '#web/session.ts';
import type { PanelProps } from '#web/slots.ts';

const title: Text = { zh: '园区地块图', en: 'The parcels of the park' };

/** The map of the parcels as the register has it, of this park alone: coloured by class, tax per mu or what stands empty, by year. */
export function ParcelsOf({ matter, speech: { language } }: PanelProps) {
  const signedIn = useSignedIn();
  const [given, setGiven] = useState<Search>({ map: 'plain' });
  const parcel = findMechanism('parcel');
  if (!parcel || !seesRegister(parcel.record, signedIn)) return null;
  return (
    <Panel title={title[language]} flush>
      <MapForm mechanism={parcel} search={{ ...given, 'f.park': matter.id }} change={(changed) => setGiven({ ...given, ...changed })} />
    </Panel>
  );
}
