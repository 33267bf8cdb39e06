import { App, Chart, Deployment } from 'podwright';

const app = new App();
new Deployment(new Chart(app, 'worker'), 'worker', {
  containers: { worker: { image: 'registry.example/worker:1.0' } },
});
app.synth();
