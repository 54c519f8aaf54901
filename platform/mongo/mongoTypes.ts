/** Types of the driver and of Mongoose for subgraphs that hold such things and may not import the libraries. */
export type { Collection } from 'mongodb';
export type { Connection, Model } from 'mongoose';
