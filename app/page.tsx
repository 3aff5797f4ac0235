export default function LandingPage() {
  return <p>Vigil</p>;
}
