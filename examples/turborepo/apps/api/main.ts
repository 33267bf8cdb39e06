import { App, Chart, Deployment } from 'podwright';

const app = new App();
new Deployment(new Chart(app, 'api'), 'api', { containers: { api: { image: 'registry.example/api:1.0' } } });
app.synth();
