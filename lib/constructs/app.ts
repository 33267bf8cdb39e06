import { type AppProps, App as Cdk8sApp } from 'cdk8s';
import { recordCreationSites } from './creation-site';

/** The root of the charts; remembers where every object below it is created, so that a finding can name the line. */
export class App extends Cdk8sApp {
  constructor(props: AppProps = {}) {
    super(props);
    recordCreationSites();
  }
}
