/** 技术领域: the eight fields of 《国家重点支持的高新技术领域》 (国科发火〔2016〕32号, annex). */
export const techFields = {
  electronics: { zh: '电子信息', en: 'Electronics and information' },
  biology: { zh: '生物与新医药', en: 'Biology and new medicine' },
  aerospace: { zh: '航空航天', en: 'Aviation and space' },
  materials: { zh: '新材料', en: 'New materials' },
  services: { zh: '高技术服务', en: 'High-tech services' },
  energy: { zh: '新能源与节能', en: 'New energy and saving of energy' },
  environment: { zh: '资源与环境', en: 'Resources and environment' },
  manufacturing: { zh: '先进制造与自动化', en: 'Advanced manufacturing and automation' },
} as const;

/** 涉海领域: what of the sea something belongs to (innovation.md §2.2), or that it does not. */
export const marineFields = {
  offshore: { zh: '海工装备', en: 'Offshore equipment' },
  medicine: { zh: '海洋生物医药', en: 'Marine biomedicine' },
  materials: { zh: '海洋新材料', en: 'Marine materials' },
  energy: { zh: '海洋新能源', en: 'Marine energy' },
  instruments: { zh: '海洋仪器', en: 'Marine instruments' },
  seawater: { zh: '海水利用', en: 'Use of seawater' },
  corrosion: { zh: '海洋防腐', en: 'Protection from corrosion at sea' },
  deepSea: { zh: '深海探测', en: 'Deep-sea exploration' },
  information: { zh: '海洋信息', en: 'Marine information' },
  fishery: { zh: '现代渔业', en: 'Modern fishery' },
  none: { zh: '非涉海', en: 'Not marine' },
} as const;

/** Every marine field; what is not marine is in none of them. */
export const isMarine = { fact: 'marineField', in: Object.keys(marineFields).filter((field) => field !== 'none') } as const;
