/** Pieces of Mongoose schemas that several collections share. */
export const count = { type: Number, required: true, min: 0 };
export const int = { type: Number, required: true };
export const plain = { _id: false, versionKey: false, id: false } as const;
export const top = { versionKey: false, id: false, minimize: false } as const;
