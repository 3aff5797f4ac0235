import { redirect } from 'next/navigation';

/** The board leads on to the sign-in where nobody is signed in. */
export default function Admin() {
  redirect('/admin/callouts');
}
