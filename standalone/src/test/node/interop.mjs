// A producer and a consumer that know nothing of Tributary but its topics' names: Confluent's own serialiser, the
// schema that the registry gives, kafkajs as transport.
//
//   node interop.mjs produce BROKER REGISTRY USER FACTS   FACTS: a JSON list of RawTransaction
//   node interop.mjs consume BROKER REGISTRY USER COUNT   prints the first COUNT current rows of the user, a JSON a line
import { AvroDeserializer, AvroSerializer, SchemaRegistryClient, SerdeType } from '@confluentinc/schemaregistry';
import avro from 'avsc';
import kafkajs from 'kafkajs';
import lz4 from 'lz4js';

const { CompressionCodecs, CompressionTypes, Kafka, Partitioners, logLevel } = kafkajs;

const RAW = 'expenses.raw';
const PARSED = 'expenses.parsed';
const PATIENCE_MS = 60_000;

// Tributary compresses with lz4, which other clients read by themselves and kafkajs leaves to a codec.
CompressionCodecs[CompressionTypes.LZ4] = () => ({
  compress: async (encoder) => Buffer.from(lz4.compress(encoder.buffer)),
  decompress: async (buffer) => Buffer.from(lz4.decompress(buffer)),
});

// Some of the ledger's numbers use all 64 bits, which a JavaScript number does not hold.
const int64 = avro.types.LongType.__with({
  fromBuffer: (buffer) => buffer.readBigInt64LE(),
  toBuffer: (value) => {
    const buffer = Buffer.alloc(8);
    buffer.writeBigInt64LE(BigInt(value));
    return buffer;
  },
  fromJSON: BigInt,
  toJSON: String,
  isValid: (value) => typeof value === 'bigint',
  compare: (left, right) => (left < right ? -1 : Number(left > right)),
});

const [command, broker, registryUrl, user, argument] = process.argv.slice(2);
const kafka = new Kafka({ clientId: 'interop', brokers: [broker], logLevel: logLevel.ERROR });
const registry = new SchemaRegistryClient({ baseURLs: [registryUrl] });

async function produce(facts) {
  const serializer = new AvroSerializer(registry, SerdeType.VALUE, { useLatestVersion: true });
  const producer = kafka.producer({ createPartitioner: Partitioners.DefaultPartitioner, idempotent: true });
  await producer.connect();
  try {
    const messages = [];
    for (const fact of facts) {
      messages.push({ key: user, value: await serializer.serialize(RAW, fact) });
    }
    await producer.send({ topic: RAW, acks: -1, messages });
  } finally {
    await producer.disconnect();
  }
}

async function consume(count) {
  const deserializer = new AvroDeserializer(registry, SerdeType.VALUE, { registry: { long: int64 } });
  const consumer = kafka.consumer({ groupId: `interop-${user}`, sessionTimeout: 10_000 });
  const rows = new Map();
  await consumer.connect();
  try {
    await consumer.subscribe({ topic: PARSED, fromBeginning: true });
    await new Promise((resolve, reject) => {
      setTimeout(() => reject(new Error(`${rows.size} of ${count} rows came`)), PATIENCE_MS).unref();
      consumer
        .run({
          eachMessage: async ({ message }) => {
            const key = message.key.toString();
            if (!key.startsWith(`${user}|`)) {
              return;
            }
            try {
              rows.set(key, await deserializer.deserialize(PARSED, message.value));
            } catch (unreadable) {
              reject(unreadable);
            }
            if (rows.size >= count) {
              resolve();
            }
          },
        })
        .catch(reject);
    });
  } finally {
    await consumer.disconnect();
  }
  for (const [key, row] of rows) {
    console.log(JSON.stringify({ key, row }, (_, value) => (typeof value === 'bigint' ? value.toString() : value)));
  }
}

if (command === 'produce') {
  await produce(JSON.parse(argument));
} else if (command === 'consume') {
  await consume(Number(argument));
} else {
  throw new Error(`unknown command ${command}`);
}
// The registry client keeps sockets open that would hold the process for a while.
process.exit(0);
