export type TableRefusalCode =
	| 'tooLarge' | 'notATable' | 'zipBomb' | 'encrypted' | 'oldFormat' | 'tooManyRows' | 'badEncoding' | 'damaged' | 'notFeatures' | 'otherProjection'

/** Why a file handed in cannot be read as a table, in words for the person who handed it in. */
export class TableRefusal extends Error {
	readonly code: TableRefusalCode
	readonly words: { readonly zh: string; readonly en: string }

	constructor(code: TableRefusalCode, words: { readonly zh: string; readonly en: string } = tableRefusals[code], cause?: unknown) {
		super(words.en, { cause })
		this.name = 'TableRefusal'
		this.code = code
		this.words = words
	}
}

export const tableRefusals: Readonly<Record<TableRefusalCode, { readonly zh: string; readonly en: string }>> = {
	tooLarge: { zh: '文件过大。请拆分后分批上传。', en: 'The file is too large. Please split it and upload the parts.' },
	notATable: { zh: '文件内容不是表格。请上传 xlsx 或 CSV 文件。', en: 'This file is not a table. Please upload an xlsx or CSV file.' },
	zipBomb: {
		zh: '文件解压后异常庞大，为安全起见不予读取。请用 Excel 或 WPS 打开后另存为新文件再上传。',
		en: 'The file unpacks to an abnormal size and is not read for safety. Open it in Excel or WPS, save it as a new file and upload that.',
	},
	encrypted: { zh: '文件设有打开密码。请取消密码后重新上传。', en: 'The file is protected by a password. Please remove the password and upload it again.' },
	oldFormat: { zh: '这是旧版 Excel（xls）格式。请另存为 xlsx 后上传。', en: 'This is the old Excel format (xls). Please save it as xlsx and upload that.' },
	tooManyRows: { zh: '表格行数超出上限。请拆分后分批上传。', en: 'The table has too many rows. Please split it and upload the parts.' },
	badEncoding: { zh: '无法识别文件的文字编码。请另存为 UTF-8 编码的 CSV 或 xlsx 后上传。', en: 'The text encoding of the file is not known. Please save it as UTF-8 CSV or as xlsx.' },
	notFeatures: { zh: '这个 GeoJSON 文件不是要素集合（FeatureCollection）。请从制图软件重新导出。', en: 'This GeoJSON file holds no FeatureCollection. Please export it again.' },
	otherProjection: {
		zh: '文件用的不是经纬度坐标。请在制图软件里转成CGCS2000（EPSG:4490）或WGS84经纬度后再上传。',
		en: 'The file is not in degrees. Please export it in CGCS2000 (EPSG:4490) or WGS 84.',
	},
	damaged: { zh: '文件已损坏或不完整。请重新导出或另存后上传。', en: 'The file is damaged or incomplete. Please export or save it again.' },
}

export function tooManyColumns(limit: number): TableRefusal {
	return new TableRefusal('tooLarge', {
		zh: `表格超过${limit}列。请删去不用的列后上传。`,
		en: `The table has more than ${limit} columns. Please remove those not needed.`,
	})
}

export function cellTooLong(rowNumber: number, limit: number): TableRefusal {
	return new TableRefusal('tooLarge', {
		zh: `第${rowNumber}行有单元格超过${limit}个字符。请缩短后上传。`,
		en: `Row ${rowNumber} has a cell of more than ${limit} characters. Please shorten it.`,
	})
}
