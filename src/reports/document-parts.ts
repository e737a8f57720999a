/** What an official paper is made of, in the order it is read. Headings are numbered here, never by the caller. */
export type DocumentPart =
	| {
			readonly kind: 'head'
			/** 发文机关标志, in red: 临澜县人民政府文件, 改革专报. */
			readonly mark: string
			/** 发文字号 or 第N期（总第M期）. */
			readonly number: string
			/** The issuing office and its day (yyyy-mm-dd); only a bulletin shows them in its head. */
			readonly issuer?: string
			readonly issuedOn?: string
			/** 文件, 内刊, 信函 (10.1: the mark is the issuing office alone) or 纪要 (10.3). */
			readonly style: 'document' | 'bulletin' | 'letter' | 'minutes'
	  }
	| { readonly kind: 'title'; readonly text: string }
	| { readonly kind: 'addressee'; readonly text: string }
	| {
			readonly kind: 'heading'
			readonly level: HeadingLevel
			readonly text: string
			/** Text that runs on in the same paragraph, in the body face. */
			readonly runIn?: string
	  }
	| { readonly kind: 'paragraph'; readonly text: string }
	| { readonly kind: 'editorNote'; readonly text: string }
	| { readonly kind: 'table'; readonly columns: readonly TableColumn[]; readonly rows: readonly (readonly string[])[] }
	| { readonly kind: 'attachments'; readonly names: readonly string[] }
	| {
			readonly kind: 'signature'
			readonly issuer: string
			readonly date: string
			/** Whether a seal is pressed on it (7.3.5.1); without one the lines stand further right (7.3.5.2). */
			readonly sealed?: boolean
	  }
	| { readonly kind: 'note'; readonly text: string }
	| {
			readonly kind: 'distribution'
			readonly report?: readonly string[]
			readonly send?: readonly string[]
			readonly copy?: readonly string[]
	  }
	| { readonly kind: 'remarks'; readonly rows: readonly { readonly who: string; readonly text: string; readonly on: string }[] }
	/** 出席, 请假, 列席 of minutes (10.3). */
	| { readonly kind: 'attendance'; readonly present: string; readonly absent?: string; readonly observers?: string }
	/** What follows stands on A4 sheets turned to landscape: an attachment with its number, or a table of its own. */
	| { readonly kind: 'sheet'; readonly label?: string; readonly title: string }
	| { readonly kind: 'endmatter'; readonly copyTo?: string; readonly printedBy: string; readonly printedOn: string }

export type HeadingLevel = 1 | 2 | 3 | 4

export type TableColumn = {
	readonly heading: string
	/** In characters, relative to the other columns; measured from the text when left out. */
	readonly width?: number
	readonly align?: 'left' | 'center' | 'right'
	/** Equal cells below one another become one, as offices merge their categories. */
	readonly merged?: boolean
}

export type DocumentOptions = {
	/** For machines without the licensed faces. */
	readonly fallbackFonts?: boolean
	/** Such as 内部资料 注意保存: how to keep the paper, not a grade of secrecy. */
	readonly internal?: string
	/** Who made the file, for its properties. */
	readonly creator?: string
}

export type PartOf<Kind extends DocumentPart['kind']> = Extract<DocumentPart, { kind: Kind }>
