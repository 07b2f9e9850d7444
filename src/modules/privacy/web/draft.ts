/** A form under way: any field may still be missing or have been emptied again. */
export type Draft<Whole> = { [Field in keyof Whole]?: Whole[Field] | undefined }
