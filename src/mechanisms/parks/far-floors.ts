/** The least plot ratio of industrial land by industry of GB/T 4754 (国土资发〔2008〕24号, codes of 2002). */
export const farFloors: Readonly<Record<string, number>> = {
  '13': 1, '14': 1, '15': 1, '16': 1, '17': 0.8, '18': 1, '19': 1, '20': 0.8, '21': 0.8, '22': 0.8, '23': 0.8, '24': 1, '25': 0.5, '26': 0.6, '27': 0.7, '28': 0.8, '29': 0.8, '30': 1, '31': 0.7,
  '32': 0.6, '33': 0.6, '34': 0.7, '35': 0.7, '36': 0.7, '37': 0.7, '39': 0.7, '40': 1, '41': 1, '42': 1, '43': 0.7,
};

/** The least plot ratio for an industry code such as C1781; 0.7 where the table names none. */
export function farFloorOf(industry: string | undefined): number {
  return farFloors[industry?.slice(1, 3) ?? ''] ?? 0.7;
}
