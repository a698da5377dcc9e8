import { buildJavaClient } from '../../../scripts/toolchain/build-java-client.js';
import { JAVA, MAVEN, SHORT_JAVA } from '../../../scripts/toolchain/need.js';
import type { ClientLanguage } from '../client-language.js';

export const java: ClientLanguage = {
  name: 'Java',
  needs: [JAVA, MAVEN],
  async runner() {
    const { testClasspath } = await buildJavaClient();
    return ['java', ...SHORT_JAVA, '-cp', testClasspath, 'io.github.orgmeta.scenario.ScenarioRunner'];
  },
};
