import { mu } from '#kernel/area.ts';
import type { Place } from '#kernel/fact.ts';
import { bracketed, type Text } from '#kernel/words.ts';
import { numberWords } from '#web/language.ts';
import { Panel } from '#web/matter/page.tsx';
import { areaPath, boundsOf, projectionOf } from '#web/register/projection.ts';
import { ScaleBar } from '#web/register/scale-bar.tsx';
import type { PanelProps } from '#web/slots.ts';

const words = {
  title: { zh: '界址和面积核对', en: 'Boundary and area' },
  registered: { zh: '登记面积', en: 'Registered' },
  measured: { zh: '按界址量算', en: 'Measured from the boundary' },
  difference: { zh: '相差', en: 'They differ by' },
  how: { zh: '面积在CGCS2000椭球面上量算，不是平面近似。超过容差的，勘界时须写明原因，见留痕。', en: 'Measured on the ellipsoid of CGCS2000, not laid flat. Beyond the tolerance the survey had to say why; see the trace.' },
  none: { zh: '还没有上图勘界，面积没有核对。', en: 'There is no surveyed boundary yet; the area is not checked.' },
  shape: { zh: '地块界址图', en: 'The boundary of the parcel' },
} as const satisfies Readonly<Record<string, Text>>;

const [width, height] = [360, 240];

/** The boundary drawn to scale, and its area beside the one of the register. */
export function AreaCompared({ matter: { facts }, speech: { language } }: PanelProps) {
  const place = facts['place'] as Place | undefined;
  const [registered, measured, difference] = [facts['area'], facts['measuredArea'], facts['difference']] as readonly (number | undefined)[];
  const areaWords = (area: number | undefined) => (area === undefined ? '—' : bracketed(`${numberWords(area, language)} ㎡`, `${numberWords(area / mu, language)} ${language === 'zh' ? '亩' : 'mu'}`, language));
  if (place === undefined || measured === undefined || difference === undefined) return <Panel title={words.title[language]}><p className="quiet">{words.none[language]}</p></Panel>;
  return (
    <Panel title={words.title[language]}>
      <div className="area-compared">
        <Outline place={place} label={words.shape[language]} />
        <dl className="facts">
          <div><dt>{words.registered[language]}</dt><dd>{areaWords(registered)}</dd></div>
          <div><dt>{words.measured[language]}</dt><dd>{areaWords(measured)}</dd></div>
          <div><dt>{words.difference[language]}</dt><dd><span className="tag is-plain">{numberWords(difference, language)}%</span></dd></div>
        </dl>
      </div>
      <p className="quiet">{words.how[language]}</p>
    </Panel>
  );
}

function Outline({ place, label }: { readonly place: Place; readonly label: string }) {
  if (place.type === 'Point') return null;
  const projection = projectionOf(boundsOf([place], 0.25), width, height);
  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      <rect width={width} height={height} className="map-ground" />
      <path className="place-outline" fillRule="evenodd" d={areaPath(place.coordinates, projection.at)} />
      <ScaleBar projection={projection} height={height} />
    </svg>
  );
}
