import { App, Chart, Deployment } from 'podwright';

const app = new App();
new Deployment(new Chart(app, 'web'), 'web', { containers: { web: { image: 'registry.example/web:1.0' } } });
app.synth();
