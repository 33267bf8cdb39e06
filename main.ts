import { App } from './lib';
import { basicObjects } from './lib/charts/basic-objects';
import { counter } from './lib/charts/counter';
import { echo } from './lib/charts/echo';
import { echoHname } from './lib/charts/echo-hname';
import { kuard } from './lib/charts/kuard';
import { livenessExam } from './lib/charts/liveness-exam';
import { mariadb } from './lib/charts/mariadb';
import { mongodb } from './lib/charts/mongodb';
import { multipod } from './lib/charts/multipod';
import { nginx } from './lib/charts/nginx';
import { podBasics } from './lib/charts/pod-basics';
import { podPatterns } from './lib/charts/pod-patterns';
import { redis } from './lib/charts/redis';
import { sharedWaivers } from './lib/charts/shared-waivers';
import { webserver } from './lib/charts/webserver';

const app = new App();
sharedWaivers(app);

nginx(app);
echoHname(app);
kuard(app);
webserver(app);
multipod(app);
redis(app);
livenessExam(app);
podBasics(app);
podPatterns(app);
echo(app);
counter(app);
mongodb(app);
mariadb(app);
basicObjects(app);

app.synth();
