/** Has as much of dataloader's interface as the service uses, and sends each read by itself. */
export default class OneByOneLoader {
  #read;

  constructor(read) {
    this.#read = read;
  }

  async load(key) {
    const [result] = await this.#read([key]);
    if (result instanceof Error) throw result;
    return result;
  }
}
