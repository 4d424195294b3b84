/** A state that is built anew beside the one it replaces. */
package io.tributary.standalone.rebuild;
